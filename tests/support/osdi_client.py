#!/usr/bin/env python3
"""A partner's program, with nothing but the standard library: osdi_client.py ENTRY_POINT KEY SLOW_KEY.

Knows the entry point alone and follows links from there: signs a person up, tags and untags, signs a petition, walks
through all pages, and meets errors. Prints what it saw as JSON; ends with a sentence on standard error when an answer is
not what OSDI promises.
"""
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

ENTRY, KEY, SLOW_KEY = sys.argv[1:4]


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers = status, headers
        self.json = json.loads(body) if body else {}

    def link(self, rel):
        return self.json["_links"][rel]["href"]


def call(method, url, body=None, key=KEY, headers=()):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, method=method)
    request.add_header("OSDI-API-Token", key)
    if data is not None:
        request.add_header("Content-Type", "application/json")
    for name, value in headers:
        request.add_header(name, value)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as refused:
        return Answer(refused.code, refused.headers, refused.read())


def must(condition, sentence):
    if not condition:
        sys.exit(f"osdi_client: {sentence}")


def good(answer):
    must(answer.status == 200, f"{answer.status}: {answer.json}")
    return answer


def walk(url, rel):
    """Every record of a collection, page by page, each page held against its own links."""
    records = []
    while url:
        page = good(call("GET", url))
        embedded = page.json["_embedded"][rel]
        must([record["_links"]["self"] for record in embedded] == page.json["_links"][rel], "links and records differ")
        must(len(embedded) <= page.json["per_page"] <= 25, "a page is too long")
        records += embedded
        url = page.json["_links"].get("next", {}).get("href")
    return records


def filtered(url, question):
    return good(call("GET", url + "?" + urllib.parse.urlencode({"filter": question}))).json["_embedded"]["osdi:people"]


entry = good(call("GET", ENTRY))
must(all("href" in entry.json["_links"][f"osdi:{rel}"] for rel in ("people", "petitions", "forms", "tags", "messages")),
     "the entry point lacks a collection")

maya = {"given_name": "Maya", "family_name": "Trent", "languages_spoken": ["en"],
        "email_addresses": [{"address": "maya@example.org", "status": "subscribed"}],
        "postal_addresses": [{"postal_code": "K1A 0B1"}], "identifiers": ["crm:4711"]}
sign_up = {"person": maya, "add_tags": ["From the CRM"]}
twice = [("Idempotency-Key", "sign-up-1")]
person = good(call("POST", entry.link("osdi:person_signup_helper"), sign_up, headers=twice))
again = good(call("POST", entry.link("osdi:person_signup_helper"), sign_up, headers=twice))
must(again.link("self") == person.link("self"), "the same request made two people")
must("crm:4711" in person.json["identifiers"], "the identifier is lost")
must(person.json["email_addresses"][0]["status"] == "unsubscribed", "subscribed without a confirmation")

(tagging,) = walk(person.link("osdi:taggings"), "osdi:taggings")
tag = good(call("GET", tagging["_links"]["osdi:tag"]["href"]))
must(tag.json["name"] == "From the CRM", "another tag")
must(good(call("DELETE", tagging["_links"]["self"]["href"])).json["notice"], "no notice")
must(walk(tag.link("osdi:taggings"), "osdi:taggings") == [], "the tag is still there")
linked = {"_links": {"osdi:person": {"href": person.link("self")}}}
good(call("POST", tag.link("osdi:taggings"), linked))
must(len(walk(tag.link("osdi:taggings"), "osdi:taggings")) == 1, "the tag did not come back")

people = walk(entry.link("osdi:people"), "osdi:people")
selves = {each["_links"]["self"]["href"] for each in people}
total = good(call("GET", entry.link("osdi:people"))).json["total_records"]
must(len(selves) == len(people) == total, f"{len(selves)} of {len(people)} and {total}")
must(person.link("self") in selves, "the new person is in no page")
by_address = filtered(entry.link("osdi:people"), "email_address eq 'maya@example.org'")
by_date = filtered(entry.link("osdi:people"), f"modified_date ge '{person.json['modified_date']}'")
must([each["given_name"] for each in by_address] == ["Maya"], "not found by the address")
must(person.link("self") in [each["_links"]["self"]["href"] for each in by_date], "not found by the date")

petition = next(each for each in walk(entry.link("osdi:petitions"), "osdi:petitions")
                if each["browser_url"].endswith("equality-pledge"))
signature = good(call("POST", petition["_links"]["osdi:record_signature_helper"]["href"],
                      {**linked, "comments": "For my colleagues."}))
must(signature.json["alltogether:state"] == "pending", "a signature counts before it is confirmed")
(own,) = walk(person.link("osdi:signatures"), "osdi:signatures")
must(own["_links"]["self"]["href"] == signature.link("self"), "another signature")
must(own["comments"] == "For my colleagues.", "the comment is lost")
first_pages = [good(call("GET", petition["_links"]["osdi:signatures"]["href"]))]
while len(first_pages) < 4:
    first_pages.append(good(call("GET", first_pages[-1].link("next"))))
seen = [each["_links"]["self"]["href"] for page in first_pages for each in page.json["_embedded"]["osdi:signatures"]]
must(len(seen) == len(set(seen)) == 100, "pages of signatures overlap")

forms = walk(entry.link("osdi:forms"), "osdi:forms")
must(forms and all("osdi:record_submission_helper" in form["_links"] for form in forms), "no forms")
walk(forms[0]["_links"]["osdi:submissions"]["href"], "osdi:submissions")
messages = walk(entry.link("osdi:messages"), "osdi:messages")
must(messages and all(each["subject"] for each in messages), "no messages")

refusals = {
    "no_key": call("GET", entry.link("osdi:people"), key="atk_" + "x" * 43),
    "nothing": call("GET", person.link("self") + "999"),
    "no_route": call("GET", ENTRY + "donations"),
    "method": call("PATCH", person.link("self"), {}),
    "filter": call("GET", entry.link("osdi:people") + "?filter=salary"),
    "body": call("POST", entry.link("osdi:people"), {"person": {"given_name": "Maya"}}),
}
good(call("GET", entry.link("osdi:tags"), key=SLOW_KEY))
refusals["too_many"] = call("GET", entry.link("osdi:tags"), key=SLOW_KEY)
must(all(answer.json.get("error") for answer in refusals.values()), "an error without a sentence")
must(int(refusals["too_many"].headers["Retry-After"]) >= 1, "no Retry-After")
print(json.dumps({"people": total, "person": person.link("self"), "signature": signature.link("self"),
                  "refusals": {name: answer.status for name, answer in refusals.items()}}))
