"""A cache whose loss slows the public site and never stops it."""

import logging

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


class ForgivingRedisCache(RedisCache):
    """Redis that answers "not cached" when it does not answer at all.

    Only for the public deployment: where sign-in attempts are counted, a lost
    count must not pass for zero.
    """

    def __init__(self, server, params):
        params.setdefault("OPTIONS", {})
        params["OPTIONS"] |= {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
        super().__init__(server, params)

    def get(self, key, default=None, version=None):
        try:
            return super().get(key, default, version)
        except RedisError as fault:
            return self._forgive(fault, default)

    def set(self, key, value, timeout=None, version=None):
        try:
            super().set(key, value, timeout, version)
        except RedisError as fault:
            self._forgive(fault)

    def delete(self, key, version=None):
        try:
            return super().delete(key, version)
        except RedisError as fault:
            return self._forgive(fault, default=False)

    def add(self, key, value, timeout=None, version=None):
        try:
            return super().add(key, value, timeout, version)
        except RedisError as fault:
            return self._forgive(fault, default=False)

    def incr(self, key, delta=1, version=None):
        """Count; when nothing can be counted, what is counted was the first."""
        try:
            return super().incr(key, delta, version)
        except RedisError as fault:
            return self._forgive(fault, default=delta)

    @staticmethod
    def _forgive(fault, default=None):
        logger.warning("The cache does not answer: %s", type(fault).__name__)
        return default
