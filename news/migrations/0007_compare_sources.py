"""What the sources there are are compared by: their addresses and their sentences."""

from django.db import migrations

from news.articles.addresses import address_key
from news.articles.reprints import fingerprint


def compare_by(apps, schema_editor):
    """Give the sources there are what a new one is compared with."""
    source_model = apps.get_model("news", "Source")
    sentence_model = apps.get_model("news", "Sentence")
    for source in source_model.objects.only("url", "text").iterator(chunk_size=500):
        if key := address_key(source.url):
            source_model.objects.filter(pk=source.pk).update(address_key=key)
        sentence_model.objects.bulk_create(
            sentence_model(source_id=source.pk, digest=digest)
            for digest in sorted(fingerprint(source.text).sentences)
        )


class Migration(migrations.Migration):
    dependencies = [("news", "0006_intakes")]

    operations = [
        migrations.RunPython(compare_by, migrations.RunPython.noop, elidable=True)
    ]
