"""Places side by side: the same questions put to each, answered from rows in memory.

Every row has a cell for every place, for that nothing was found is an answer too.
Nothing is summed up, and nothing set against anything else.
"""

from policies.comparison.rows import comparison
from policies.comparison.subjects import subjects

__all__ = ["comparison", "subjects"]
