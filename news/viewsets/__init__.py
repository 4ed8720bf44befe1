from news.viewsets.correction import CorrectionViewSet
from news.viewsets.source import OutletViewSet, SourceViewSet
from news.viewsets.spreadsheet import SpreadsheetViewSet

__all__ = [
    "CorrectionViewSet",
    "OutletViewSet",
    "SourceViewSet",
    "SpreadsheetViewSet",
]
