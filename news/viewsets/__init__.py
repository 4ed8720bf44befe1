from news.viewsets.correction import CorrectionViewSet
from news.viewsets.intake import IntakePanel, IntakeViewSet, may_take_in
from news.viewsets.report import ReportPanel, ReportViewSet, may_answer
from news.viewsets.source import OutletViewSet, SourceViewSet
from news.viewsets.spreadsheet import SpreadsheetViewSet

__all__ = [
    "CorrectionViewSet",
    "IntakePanel",
    "IntakeViewSet",
    "OutletViewSet",
    "ReportPanel",
    "ReportViewSet",
    "SourceViewSet",
    "SpreadsheetViewSet",
    "may_answer",
    "may_take_in",
]
