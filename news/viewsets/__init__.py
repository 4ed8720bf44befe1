from news.viewsets.correction import CorrectionViewSet
from news.viewsets.intake import IntakePanel, IntakeViewSet, may_take_in
from news.viewsets.source import OutletViewSet, SourceViewSet
from news.viewsets.spreadsheet import SpreadsheetViewSet

__all__ = [
    "CorrectionViewSet",
    "IntakePanel",
    "IntakeViewSet",
    "OutletViewSet",
    "SourceViewSet",
    "SpreadsheetViewSet",
    "may_take_in",
]
