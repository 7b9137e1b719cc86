"""Websites whose names are only nearly the service's own, and addresses that lead through others."""

import pytest

from guard.hosts import is_near_copy
from guard.websites import behind, is_private

COPIES = [
    "example-families.co.uk.evil.org",
    "example-families.org",
    "examplefamilies.co.uk",
    "exarnple-families.co.uk",
    "xn--exmple-families-5ij.co.uk",
]
OTHERS = ["example-families.co.uk", "www.example-families.co.uk", "help.example-families.co.uk", "nhs.uk", "families.gov.uk", "example.ac.uk"]
BEHIND = {
    "https://example.org/page?next=2": None,
    "https://example.org/login?to=https%3A%2F%2Fexample.org%2Fpage": None,
    "https://web.archive.org/web/2020/https://example.org/": None,
    "page.md": None,
    "https://bit.ly/3xyz": "",
    "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa&ved=1": "https://example.org/a",
    "https://nam02.safelinks.protection.outlook.com/?url=http%3A%2F%2Fexample.org%2F&data=04": "http://example.org/",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a-2Db&d=x": "https://example.org/a-b",
    "https://urldefense.com/v3/__https://example.org/a__;!!b": "https://example.org/a",
    "https://translate.example.net/https://example.org/a": "https://example.org/a",
}


@pytest.mark.parametrize("host", COPIES)
def test_a_name_that_is_nearly_the_services_own_is_known(host):
    assert is_near_copy(host, "example-families.co.uk")


@pytest.mark.parametrize("host", OTHERS)
def test_other_websites_are_no_copies(host):
    assert not is_near_copy(host, "example-families.co.uk")


@pytest.mark.parametrize(("address", "target"), BEHIND.items())
def test_the_address_behind_another_is_found(address, target):
    assert behind(address) == target


@pytest.mark.parametrize(
    "address",
    [
        "https://docs.google.com/forms/d/e/1FA/viewform",
        "https://docs.google.com/document/d/e/2PA/pub",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0",
        "https://forms.office.com/e/abc",
        "https://sharepoint.com.example.org/a",
        "https://www.dropbox.com/scl/fi/a1/form.pdf?rlkey=b2",
        "https://1drv.ms/b/s!AbC",
    ],
)
def test_what_is_laid_out_for_everybody_is_not_private(address):
    assert not is_private(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://docs.google.com/document/d/1/edit",
        "https://wiki.council.local/a",
        "https://onedrive.live.com/?id=1",
        "https://www.dropbox.com/home/form.pdf",
    ],
)
def test_what_only_those_see_who_sign_in_is_private(address):
    assert is_private(address)
