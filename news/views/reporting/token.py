"""What a form carries instead of a cookie: when it was opened, signed.

Django's own token guards those who are signed in from being made to send what they
do not mean, by a cookie that another site cannot read. Here nobody is signed in: the
form is taken from anybody, no session or account is looked at, and whoever forges one
has done no more than send it. So there is nothing for a cookie to guard. The signature
only makes a program fetch the page before it sends one.
"""

import time

from django.core import signing

SALT = "news.views.reporting"
# A form left open overnight is still good.
LONGEST = 24 * 60 * 60  # seconds
# Nobody reads the form and writes a sentence in less.
QUICKEST = 4  # seconds


class NotOpened(ValueError):
    """A form that was opened too long ago, or never."""


def new_token(*, waited=0):
    """Return the token of a form that is opened now, or was so many seconds ago."""
    return signing.dumps(int(time.time()) - waited, salt=SALT)


def seconds_open(token):
    """Return for how many seconds a form has been open.

    :raises NotOpened: if it was opened more than a day ago, or its token is not ours.
    """
    try:
        opened = signing.loads(token, salt=SALT, max_age=LONGEST)
    except signing.BadSignature as error:
        raise NotOpened from error
    return time.time() - opened
