"""How the code keeps its own rules, beyond what the linters know."""

import ast
import re

import pytest
from django.apps import apps

from tests.house.tree import APPS, ROOT, files, lines_matching

QUERY = re.compile(r"\.(filter|exclude|annotate|prefetch_related|select_related)\(")
# Operations that lose a column or its contents.
LOSSY = re.compile(r"migrations\.(Remove|Delete|Alter|Rename)\w*\(")
ALLOWED = re.compile(r"# allow: \w+ because ")


def undocumented_models(models):
    """Return models whose class says nothing but Django's list of fields."""
    return [
        model.__name__
        for model in models
        if not model.__doc__ or model.__doc__.startswith(f"{model.__name__}(")
    ]


def hidden_imports(source):
    """Return lines of a module that import inside a function."""
    return [
        f"line {inner.lineno}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]


def modules():
    """Return the project's own modules, without migrations."""
    found = [path for app in APPS for path in files("*.py", under=app)]
    return [path for path in found if path.parent.name != "migrations"]


def our_models():
    """Return the models of the project's own apps."""
    return [
        model for app in APPS[1:] for model in apps.get_app_config(app).get_models()
    ]


def test_every_model_says_what_it_is():
    assert undocumented_models(our_models()) == []


def test_model_that_says_nothing_is_found():
    silent = type("Vote", (), {"__doc__": "Vote(id, motion)"})
    assert undocumented_models([silent]) == ["Vote"]


@pytest.mark.parametrize(
    "path", modules(), ids=lambda path: str(path.relative_to(ROOT))
)
def test_no_import_hides_in_a_function(path):
    """An import inside a function means that its module is in the wrong room."""
    if path.name != "apps.py":  # where Django wants what needs loaded models
        assert hidden_imports(path.read_text()) == []


def test_hidden_import_is_found():
    assert hidden_imports("def f():\n    import news\n") == ["line 2"]
    assert hidden_imports("import news\n") == []


def test_faces_leave_queries_to_querysets():
    faces = [
        path
        for path in modules()
        if path.parent.name == "views" or path.name in {"feeds.py", "api.py"}
    ]
    assert lines_matching(QUERY, faces) == []


def test_query_in_a_face_is_found():
    assert QUERY.search("rows = Policy.objects.filter(live=True)")


def test_no_record_has_an_order_of_its_own():
    """A face's order is part of its queryset; a hidden one costs every query."""
    from_wagtail = {"HomePage", "ProsePage", "GlossaryPage"}
    ordered = [
        model.__name__
        for model in our_models()
        if model._meta.ordering and model.__name__ not in from_wagtail
    ]
    # Rows of an inline keep the order the editor gave them.
    assert [name for name in ordered if not has_sort_order(name)] == []


def has_sort_order(name):
    """Tell whether rows of a model are put in order by an editor's hand."""
    model = next(model for model in our_models() if model.__name__ == name)
    return any(field.name == "sort_order" for field in model._meta.fields)


def unexplained_losses(text):
    """Return operations of a migration that lose something and say not why."""
    return [] if ALLOWED.search(text) else LOSSY.findall(text)


def test_migrations_that_lose_something_say_why():
    paths = files("migrations/0*.py")
    assert {p.name: unexplained_losses(p.read_text()) for p in paths} == {
        p.name: [] for p in paths
    }


def test_unexplained_loss_is_found():
    assert unexplained_losses("migrations.RemoveField(") == ["Remove"]
    why = "# allow: RemoveField because nothing reads it\nmigrations.RemoveField("
    assert unexplained_losses(why) == []
