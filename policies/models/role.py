"""What officials did for a policy."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from modelcluster.fields import ParentalKey

from jurisdictions.models import Bilingual, Official
from jurisdictions.models.record_queries import public
from policies.enums import RoleKind


class PolicyRoleQuerySet(models.QuerySet):
    """What officials did for policies; public only while the official is."""

    def published(self):
        """Return the roles of public officials."""
        return self.filter(public(PolicyRole, "official")).select_related("official")

    def of_policies(self, policies):
        """Return the roles in some policies."""
        return self.filter(policy__in=policies.order_by())

    def of_official(self, official):
        """Return what an official did for public policies, with the policies."""
        return (
            self.filter(public(PolicyRole, "policy"), official=official)
            .select_related("policy__jurisdiction__state")
            .prefetch_related("policy__citations")
            .order_by("pk")
        )


class PolicyRole(Bilingual):
    """What an official did for a policy: submitted, recommended, signed it …"""

    bilingual = ("capacity",)

    policy = ParentalKey(
        "policies.Policy", on_delete=models.CASCADE, related_name="roles"
    )
    role = models.CharField(_("role"), max_length=12, choices=RoleKind)
    official = models.ForeignKey(
        Official,
        verbose_name=_("official"),
        on_delete=models.PROTECT,
        related_name="policy_roles",
    )
    capacity = models.CharField(
        _("as"), max_length=120, blank=True, help_text=_("“Mayor of Birmingham”")
    )
    capacity_es = models.CharField(_("as, in Spanish"), max_length=120, blank=True)

    objects = PolicyRoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["policy", "role", "official"],
                name="policy_role_once",
                violation_error_message=_("The official already has this role."),
            )
        ]

    def __str__(self):
        return f"{self.get_role_display()}: {self.official}"

    def deed(self):
        """Return what the official did, where the line names the policy alone."""
        return {
            RoleKind.SUBMITTED: pgettext("what an official did", "Submitted"),
            RoleKind.RECOMMENDED: pgettext("what an official did", "Recommended"),
            RoleKind.SIGNED: pgettext("what an official did", "Signed"),
            RoleKind.CONCURRED: pgettext("what an official did", "Concurred"),
            RoleKind.ISSUED: pgettext("what an official did", "Issued"),
        }[RoleKind(self.role)]
