from news.models.assignment import Assignment
from news.models.card import Card
from news.models.change import KEPT, TYPE_OF, Change
from news.models.citation import TARGETS, Citation
from news.models.correction import Correction
from news.models.duplicate import Distinction
from news.models.intake import Intake
from news.models.link import LinkCheck
from news.models.merge import Merge
from news.models.pages import GlossaryPage, HomePage, ProsePage
from news.models.report import ErrorReport
from news.models.review import SecondReading
from news.models.sheet import RecordSheet
from news.models.source import Outlet, Sentence, Source

__all__ = [
    "KEPT",
    "TARGETS",
    "TYPE_OF",
    "Card",
    "Assignment",
    "Change",
    "Citation",
    "Correction",
    "Distinction",
    "ErrorReport",
    "GlossaryPage",
    "HomePage",
    "Intake",
    "LinkCheck",
    "Merge",
    "Outlet",
    "ProsePage",
    "RecordSheet",
    "SecondReading",
    "Sentence",
    "Source",
]
