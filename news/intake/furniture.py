"""What stands on the page of an article and is no part of its story."""

from __future__ import annotations

import re

# Other stories that the page offers.
OFFERED = re.compile(
    r"(?:read (?:more|also|next|the full)|related(?: (?:topics?|stor(?:y|ies)|"
    r"articles?|coverage|content|links?))?|more (?:from|on|news|coverage|stories)|"
    r"also read|see also|previous(?:ly)? (?:coverage|story)|previously:|"
    r"up next|next up|watch(?: (?:now|live|the|more|button|\w+ free))?|"
    r"listen(?: to| now)?:?|"
    r"video:|audio:|gallery:|photos?:|trending|most (?:read|popular|viewed)|"
    r"don'?t miss|recommended|you may also like|in case you missed|top stories|"
    r"editor'?s picks?|latest (?:news|headlines)|tags?:|topics?:|filed under|"
    r"lea (?:también|tambien|más|mas)|leer más|le puede interesar|te puede interesar|"
    r"te recomendamos|relacionad[oa]s?|más (?:noticias|sobre|de)|"
    r"ver (?:también|más|video)|mira(?: también| el video)|etiquetas?:|temas:)"
    r"(?=$|[\s:|>.-])",
    re.IGNORECASE,
)
# At the end of a page these open what is no more of the story.
ENDING = re.compile(
    r"(?:\d+ )?(?:comments?|comentarios)(?: \(\d+\))?:?$|"
    r"(?:leave|post|add) a (?:comment|reply)|deja (?:un|tu) comentario|"
    r"join the (?:conversation|discussion)|"
    r"(?:most (?:read|popular|viewed)|top stories|more (?:from|stories)\b.*|"
    r"related (?:stories|articles|topics|content)|trending(?: now)?|recommended|"
    r"you may also like|sponsored(?: content)?|around the web|"
    r"más (?:noticias|leídas|vistas)|lo más (?:leído|visto)|noticias relacionadas|"
    r"te puede interesar|relacionadas?)\W*$",
    re.IGNORECASE,
)
# What the outlet asks of its readers, sells to them or tells about itself.
ASKED = re.compile(
    r"\b(?:newsletters?|subscri(?:be|bers?|ption)s?\b(?! to the)|"
    r"(?<!not )(?<!n't )sign[ -]?up "
    r"(?:for|to|here|now)|"
    r"sign up$|get (?:the |our |local |breaking |daily )+(?:news|headlines|"
    r"stories|alerts)|"
    r"download (?:the|our) .{0,40}app\b|follow (?:us|\S+(?: \S+){0,3}) on "
    r"(?:facebook|twitter|x|instagram|tiktok|youtube|threads|bluesky|whatsapp)|"
    r"like us on|click here|donate (?:now|today|here)|become a (?:member|supporter)|"
    r"support (?:our|local|independent|nonprofit) (?:journalism|news|newsroom)|"
    r"journalism (?:possible|is funded)|share this (?:story|article)|"
    r"copy(?:right|right ©)\b|all rights reserved|may not be (?:published|reproduced)|"
    r"terms of (?:use|service)|privacy policy|advertisement|story continues below|"
    r"continue reading|contact us|have a (?:news )?tip|send (?:news )?tips|"
    r"email (?:him|her|them|the reporter)|can be reached at|reach (?:him|her|them|"
    r"\S+ \S+) at|contributed (?:to )?(?:this|reporting)|"
    r"reported from|report for america|this story (?:was|is) (?:originally|part of|"
    r"produced|published|provided)|republish|ap stylebook|"
    r"bolet(?:ín|ines)(?! oficial)|suscr[íi]b\w+|s[íi]guenos|haga clic|haz clic|"
    r"descarga (?:la|nuestra) app\w*|derechos reservados|publicidad|comparte est[ea]|"
    r"con información de|contribuy[óo] (?:a|con|en) est[ea]|"
    r"política de privacidad|únete a nuestr[oa])|©|\(c\) \d{4}",
    re.IGNORECASE,
)
# Who wrote it and when; the clock of a video.
BYLINE = re.compile(
    r"(?:story |reported |written |photos? |text |escrito |texto )?(?i:by|"
    r"por):? ?[A-ZÁÉÍÓÚÑ]"
    r"[^.!?]{2,90}$|(?i:(?:first |last |originally )?(?:published|updated|"
    r"posted|modified|"
    r"publicad[oa]|actualizad[oa])\b(?: on| at| el|:)? "
    r"?[^.!?]{0,5}\w{3,10}\.? ?\d[^!?]{0,60}$)|"
    r"\d{1,2}:\d\d(?: / \d{1,2}:\d\d)?$|"
    r"[A-Z][\w.]+(?: [A-Z][\w.']+){1,3}[,|] (?i:(?:staff|senior|city|news|politics|"
    r"government|county|immigration|special)(?: \w+)? (?:writer|reporter|"
    r"editor|correspondent)|"
    r"[\w ]{2,30} reporter)$|"
    r"[A-Z][\w.' -]{2,40}, (?:redacci[óo]n|reporter[oa]|corresponsal)\b[^.]{0,40}$|"
    r"(?i:\d+ min(?:ute)?s? read|lectura de \d+ min\w*)$|"
    r"(?:NBC ?Universal|Getty Images|Associated Press|"
    r"Shutterstock)\b[^.]{0,20}\.?(?: Inc\.)?$"
)
ABOUT_THE_WRITER = re.compile(
    r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3} (?:is|es) (?:a|an|the|un|una|el|la) "
    r"[^.]{0,60}\b(?:reporter|writer|editor|correspondent|journalist|columnist|intern|"
    r"reporter[oa]|periodista|editor[a]?|corresponsal)\b|"
    r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3} (?:covers|writes about|cubre) |"
    r"[A-Z]\w+'s? .{0,60}\breports\.?$|.{0,200}'s? [A-Z]\w+ [A-Z]\w+ reports\.?$"
)
# Words under or in a picture.
CREDIT = re.compile(
    r"(?:\((?:[^()]{0,60}/ ?)?(?:AP|Reuters|AFP|EFE|Getty|TNS|[A-Z][\w ]{2,40})"
    r"[ /](?:Photo|Images|Archive|File|via\b)[^()]{0,60}\)|"
    r"\b(?i:photo|foto(?:graf[íi]a)?|image|imagen|picture|credit|cr[ée]dito|"
    r"photographer|courtesy(?: of)?|cortes[íi]a(?: de)?)s?(?: (?:by|de|por|"
    r"courtesy(?: of)?))? ?[:/|] ?[A-Z]|"
    r"^\(?(?i:photo|foto|image|imagen|courtesy|file photo|archivo|photo courtesy|"
    r"photo by|foto de|video by)\b|"
    r"\| ?[A-Z][\w ]{2,40}$|/ ?(?:AP|AFP|EFE|Reuters|Getty|Getty Images|NBC\b.*|TNS|"
    r"The [A-Z]\w+|[A-Z]\w+ (?:News|Times|Post|Staff|Daily|Herald|"
    r"Tribune))(?:, file)?\.?$|"
    r"\((?i:file|file photo|archivo|courtesy[^)]{0,40}|photo[^)]{0,60}|foto[^)]{0,60}|"
    r"screenshot[^)]{0,40}|google maps|[^()]{0,40}(?:staff|/[^()]{2,30}))\)\.?$|"
    r"\((?:AP|Reuters|AFP)\)$|\bfile photo\b)"
)
CREDIT_RUN_ON = re.compile(r"[a-z)][.\"'][A-Z][\w. '-]{2,60} ?/ ?[A-Z][\w ,]{1,40}$")
IN_THE_PICTURE = re.compile(
    r"(?:In this (?:\w+\.? ){1,4}(?:file )?(?:photo|image|screenshot|video)|"
    r"(?:Pictured|Shown|From left|Above|En la (?:foto|imagen)|En esta "
    r"(?:foto|imagen))\b[:,]? )"
    r"|[^.!?]{3,160} (?:is|are) (?:seen|pictured|shown) (?:here|in (?:this|a|"
    r"an) (?:\w+ ){0,2}"
    r"(?:photo|image|file))"
)
CORRECTED = re.compile(
    r"(?:correction|clarification|editor'?s'? note|note to readers|"
    r"correcci[óo]n|aclaraci[óo]n|nota (?:del editor|de la redacci[óo]n)|fe "
    r"de erratas?)\b"
    r"|(?:an|a previous|an earlier) version of this (?:story|article)|"
    r"una versi[óo]n (?:anterior|previa) de est[ea]",
    re.IGNORECASE,
)
LONGEST = 500  # characters of furniture; the story's paragraphs can be longer


def ends_story(line: str) -> bool:
    """Return whether a line opens the comments or the other stories below."""
    return len(line) < 80 and ENDING.match(line) is not None


def is_correction(line: str) -> bool:
    """Return whether a line corrects what an earlier version of the story said."""
    return CORRECTED.match(line) is not None


def is_caption(line: str) -> bool:
    """Return whether a line belongs to a picture."""
    if len(line) > LONGEST:
        return False
    return bool(
        CREDIT.search(line) or CREDIT_RUN_ON.search(line) or IN_THE_PICTURE.match(line)
    )


def is_furniture(line: str) -> bool:
    """Return whether a line offers, asks, sells or signs, and tells no story."""
    if len(line) > LONGEST:
        return False
    return bool(
        OFFERED.match(line)
        or ASKED.search(line)
        or BYLINE.match(line)
        or ABOUT_THE_WRITER.match(line)
    )
