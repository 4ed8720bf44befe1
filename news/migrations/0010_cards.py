"""Cards of articles, and a state for articles that wait for a second reader."""

# allow: AlterField because the state of an intake gains a choice and loses none

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("news", "0009_merges"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="intake",
            name="state",
            field=models.CharField(
                choices=[
                    ("open", "Open"),
                    ("filed", "With a second reader"),
                    ("done", "Done"),
                    ("discarded", "Discarded"),
                ],
                default="open",
                max_length=9,
                verbose_name="state",
            ),
        ),
        migrations.CreateModel(
            name="Card",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("place", "Place"),
                            ("agency", "Agency"),
                            ("body", "Body"),
                            ("official", "Official"),
                            ("organization", "Organization"),
                            ("policy", "Agreement or policy"),
                            ("vote", "Vote"),
                            ("statement", "Statement"),
                            ("letter", "Letter"),
                            ("case", "Court case"),
                            ("law", "State law"),
                            ("date", "Date"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("cells", models.JSONField(blank=True, default=dict)),
                ("told", models.JSONField(blank=True, default=dict)),
                ("quote", models.TextField(blank=True, verbose_name="quotation")),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "paragraph",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="paragraph"
                    ),
                ),
                ("more", models.JSONField(blank=True, default=list)),
                (
                    "rule",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it is suggested"
                    ),
                ),
                (
                    "doubt",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it is unsure"
                    ),
                ),
                (
                    "speaker",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="who says it there"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("open", "Undecided"),
                            ("accepted", "Accepted"),
                            ("rejected", "Rejected"),
                        ],
                        default="open",
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                ("existing_id", models.PositiveBigIntegerField(null=True)),
                (
                    "different_because",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        verbose_name="it is different because …",
                    ),
                ),
                ("made_id", models.PositiveBigIntegerField(null=True)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("edition", models.PositiveIntegerField(default=1)),
                ("sort_order", models.PositiveIntegerField(default=0)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="cards_decided",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "existing_type",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cards",
                        to="news.intake",
                    ),
                ),
                (
                    "made_type",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "verbose_name": "card",
                "verbose_name_plural": "cards",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("intake", "key"), name="card_dealt_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            models.Q(
                                ("end__gt", models.F("start")),
                                ("end__isnull", False),
                                ("start__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="card_quote_has_its_place",
                    ),
                ],
            },
        ),
    ]
