"""Policies as Spanish nouns, with the gender that what is said of them takes."""

from dataclasses import dataclass

from policies.enums import LawEffect, PolicyType


@dataclass(frozen=True)
class Noun:
    """A phrase for one thing, with the ending of what agrees with it, “o” or “a”."""

    words: str
    ending: str

    def __str__(self):
        return self.words


def un(words):
    """Return a masculine noun: “un acuerdo 287(g)”."""
    return Noun(f"un {words}", "o")


def una(words):
    """Return a feminine noun: “una ley estatal”."""
    return Noun(f"una {words}", "a")


PHRASES = {
    PolicyType.PROGRAM_287G: un("acuerdo 287(g) con ICE"),
    PolicyType.HSI_CUSTOMS_DESIGNATION: un(
        "acuerdo con HSI, parte de ICE, que designa a algunos policías como agentes "
        "de aduanas"
    ),
    PolicyType.HSI_TASK_FORCE: un(
        "acuerdo para integrarse a un grupo de trabajo federal"
    ),
    PolicyType.DETENTION_CONTRACT: un(
        "contrato para mantener detenidas a personas por encargo de ICE"
    ),
    PolicyType.OTHER_AGREEMENT: un("acuerdo con ICE"),
    PolicyType.DETAINER_POLICY: una(
        "política sobre las solicitudes de retención (detainers) de ICE"
    ),
    PolicyType.NOTIFICATION_POLICY: una(
        "política sobre avisar a ICE cuando alguien sale en libertad"
    ),
    PolicyType.JAIL_ACCESS_POLICY: una(
        "política sobre el acceso de ICE a la cárcel local"
    ),
    PolicyType.NO_STATUS_INQUIRY: una(
        "norma que impide preguntar por el estatus migratorio"
    ),
    PolicyType.NO_ASSISTANCE: una(
        "norma que impide usar recursos locales para aplicar las leyes de inmigración"
    ),
    PolicyType.SANCTUARY_DECLARATION: una("declaración de santuario"),
    PolicyType.WELCOMING_DECLARATION: una("declaración de jurisdicción acogedora"),
    PolicyType.MUNICIPAL_ID_PROTECTION: una(
        "medida que protege los datos de las identificaciones municipales"
    ),
    PolicyType.COOPERATION_DIRECTIVE: una("instrucción de cooperar con ICE"),
    PolicyType.TASK_FORCE_CREATION: un("grupo de trabajo local sobre inmigración"),
    PolicyType.STATE_LAW: una("ley estatal"),
    PolicyType.FEDERAL_ORDER: una("orden federal"),
    PolicyType.FEDERAL_PROGRAM: un(
        "programa que pide a los gobiernos locales cooperar con ICE"
    ),
}
LAWS = {
    LawEffect.MANDATES_AGREEMENT: "que exige acuerdos con ICE",
    LawEffect.MANDATES_DETAINERS: (
        "que exige a las cárceles retener a personas cuando ICE lo pide"
    ),
    LawEffect.BANS_SANCTUARY_POLICY: (
        "que prohíbe los límites locales a la cooperación con ICE"
    ),
    LawEffect.LIMITS_COOPERATION: "que limita la cooperación con ICE",
    LawEffect.BANS_287G: "que prohíbe los acuerdos 287(g)",
    LawEffect.THREATENS_FUNDING: (
        "que amenaza con negar fondos a los lugares que limitan la cooperación"
    ),
}
