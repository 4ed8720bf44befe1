from news.viewsets.correction import CorrectionViewSet
from news.viewsets.source import OutletViewSet, SourceViewSet

__all__ = ["CorrectionViewSet", "OutletViewSet", "SourceViewSet"]
