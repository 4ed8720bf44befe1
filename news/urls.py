"""Addresses of sources. A contract: none is changed."""

from django.urls import path

from news.views.sources import SourceDetail, SourceList

urlpatterns = [
    path("sources/", SourceList.as_view(), name="source-list"),
    path("sources/<int:pk>/", SourceDetail.as_view(), name="source-detail"),
]
