"""Made-up articles that share much, little or nothing, to measure what is a reprint."""

import textwrap

# As one outlet has it.
REPORT = """\
Council to vote on agreement with federal agency

SMALLVILLE, Ala. (WXYZ) — The Smallville City Council will vote next week on an \
agreement under which four of its police officers would work for a federal agency. \
The agreement was signed for the first time in 2018 and ends this year unless the \
council extends it.

Mayor Pat Miller sent the extension to the council on Monday without a word on what \
it costs. A spokesperson for the mayor said that the city pays for overtime and for \
the cars of the officers.

“We have to know what it says before we vote on it,” said Council Member Lee Doe, \
who has been on the council for twenty years. “Nobody has shown me a single page of \
it until today.”

More than a dozen groups have asked the council to let the agreement end. In a \
letter to its members they write that families are afraid to call the police when \
they need help. The letter was signed by churches, unions and a group of students of \
the university.

“People here do not ask which officer works for whom,” said Ana Ruiz, who leads one \
of the groups. “They see a car of the city, and they close the door.”

Police Chief Sam Stone said the officers look for drugs, weapons and stolen goods, \
and for nothing else. According to the text, they may not arrest anybody for an \
administrative violation of immigration law. The chief did not answer whether that \
had ever been checked.

The council has postponed the vote twice since the summer. Its committee on public \
safety recommended the extension by a vote of two to one in October. The meeting \
begins at half past nine on Tuesday in the council chamber, and anybody may speak \
for three minutes."""

# The next week: what happened, and a few sentences of background from the first.
FOLLOW_UP = """\
Council lets agreement with federal agency end

SMALLVILLE, Ala. (WXYZ) — The Smallville City Council voted five to four on Tuesday \
against the extension of an agreement with a federal agency. The agreement was \
signed for the first time in 2018 and ends this year unless the council extends it.

Some two hundred people came to the meeting, and forty of them spoke. Applause broke \
out when the clerk read the result shortly before midnight.

Council Member Lee Doe said he had read all forty pages twice and still did not know \
who decides what the officers do. The mayor left the chamber without speaking to \
reporters.

Four officers will return to the police department at the end of the year, said \
Police Chief Sam Stone. He called the decision a mistake that criminals in three \
counties would notice first.

More than a dozen groups have asked the council to let the agreement end. In a \
letter to its members they write that families are afraid to call the police when \
they need help.

“Tonight a mother told me that she will call them again,” said Ana Ruiz. The council \
has postponed the vote twice since the summer. Its committee on public safety \
recommended the extension by a vote of two to one in October. A motion to reconsider \
could come up within two weeks if one of the five changes their mind. None of them \
wanted to say so on Tuesday."""

# Another outlet at the same meeting: the same quotations, its own sentences.
RIVAL = """\
Police partnership faces council test

The future of a police partnership in Smallville hangs on nine votes next Tuesday. \
At issue is whether four officers go on working alongside federal agents, as they \
have for years.

Miller, the mayor, wants to keep it. Her office says taxpayers cover the overtime \
and the vehicles, though it gave no figures.

“We have to know what it says before we vote on it,” said Council Member Lee Doe, \
who is serving his fifth term. “Nobody has shown me a single page of it until \
today.”

Opponents delivered a letter with signatures of congregations, labor unions and \
students. It argues that calls for help go unmade because callers fear what comes \
after.

“People here do not ask which officer works for whom,” said Ana Ruiz, an organizer. \
“They see a car of the city, and they close the door.”

Stone, the chief, insists that the unit goes after drugs and guns. The written terms \
bar arrests over civil immigration matters, but he would not say who verifies that.

Two earlier dates for the vote came and went. Members of the public can sign up to \
speak before the session opens at 9:30 a.m."""

# What an agency sends out, with other names each time.
RELEASE = """\
{county} County Sheriff’s Office Joins Federal Partnership

The {county} County Sheriff’s Office has signed an agreement with the agency to \
train its deputies. Sheriff {sheriff} welcomed the partnership at a ceremony in \
{seat} on Friday. The agreement was signed on behalf of the agency by its director \
in {city}.

“The people of {county} County deserve to be safe in their homes,” said Sheriff \
{sheriff}. “This partnership gives the deputies of {county} County the training that \
they need.”

Under the program, trained deputies may serve warrants within the jail. The agency \
pays for the training, and the county pays for the salaries of its deputies. \
{number} deputies of {county} County will attend a course of four weeks. {county} \
County is the {order} in the state to join.

Agreements of this kind are described on the website of the agency. Members of the \
media may send their questions by mail to the office in {city}."""

# Nothing in common with the others but what such articles are about.
ANOTHER = """\
County commissioners adopt policy on detainers

LAKE CITY, Wash. — The commissioners of Lake County adopted a policy on Thursday \
that tells jailers when to hold a person for federal agents. The jail will hold \
nobody without a warrant signed by a judge.

Two commissioners voted against it and said the sheriff should decide alone. The \
sheriff said she would follow the policy and has done so for most of the year.

The state’s attorney general had told counties in the spring that they may be sued. \
Three of them have settled lawsuits by people who were held for days after they had \
posted bail. A report on how often the jail is asked to hold somebody is due every \
January."""

SPANISH = """\
El concejo votará sobre un acuerdo con una agencia federal

El concejo de la ciudad de Smallville votará la próxima semana sobre un acuerdo por \
el que cuatro de sus policías trabajarían para una agencia federal. El acuerdo se \
firmó por primera vez en 2018 y termina este año si el concejo no lo prorroga. La \
alcaldesa envió la prórroga el lunes sin decir cuánto cuesta."""

PLACES = (
    {
        "county": "Pine",
        "sheriff": "Kim Hill",
        "seat": "Pineville",
        "city": "Eastport",
        "number": "Six",
        "order": "fifth",
    },
    {
        "county": "Oak",
        "sheriff": "Max Ford",
        "seat": "Oakton",
        "city": "Weston",
        "number": "Ten",
        "order": "sixth",
    },
)


def reprinted(text=REPORT):
    """Return a report as another outlet carries it, with a paragraph of its own."""
    _headline, _empty, body = text.partition("\n\n")
    body = body.replace("SMALLVILLE, Ala. (WXYZ) — ", "SMALLVILLE (AP) - ")
    more = "Reporters of the Daily Paper asked all nine members how they will vote."
    return f"Smallville weighs police pact\n\nBy Jan Roe\n\n{body}\n\n{more}"


def cut(text=REPORT):
    """Return the first half of a report, as a page has it that lacks the room."""
    paragraphs = text.split("\n\n")[1:]
    return "\n\n".join(
        ["Vote near on police pact", *paragraphs[: len(paragraphs) // 2]]
    )


def edited(text=REPORT):
    """Return a report of which an editor changed a word in every third sentence."""
    changes = (
        ("next week on", "next Tuesday on"),
        ("spokesperson", "spokesman"),
        ("More than a dozen", "Over a dozen"),
        ("students of the university", "university students"),
        ("looks for", "seeks"),
        ("administrative violation", "civil violation"),
        ("by a vote of two to one", "2-1"),
        ("half past nine", "9:30 a.m."),
    )
    for before, after in changes:
        text = text.replace(before, after)
    return text


def wrapped(text=REPORT):
    """Return a report as a letter has it: short lines, plain quotation marks."""
    plain = text.translate(str.maketrans("“”’—", '""\'-'))
    return "\r\n\r\n".join(
        textwrap.fill(paragraph, 60).replace("\n", "\r\n")
        for paragraph in plain.split("\n\n")
    )


def release(place):
    """Return what the agency sends out about a county."""
    return RELEASE.format(**PLACES[place])
