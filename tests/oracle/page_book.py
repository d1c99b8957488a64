"""The pages of a report: parts put together again, links followed, and what an index has beside the sites' own pages."""

import os
import re

from page_tree import Element, numbers, read_page

DEAREST = 100


class Book:
    """All pages of a result's report, by their names in its folder."""

    def __init__(self, folder):
        self.folder, self.pages, self.sizes = folder, {}, {}
        self.add("report.html")
        inner = os.path.join(folder, "report")
        for name in sorted(os.listdir(inner)) if os.path.isdir(inner) else []:
            self.add(f"report/{name}")

    def add(self, name):
        self.pages[name] = read_page(os.path.join(self.folder, name))
        self.sizes[name] = os.path.getsize(os.path.join(self.folder, name))

    def links(self, name):
        """(page, id or "") of every link."""
        for link in self.pages[name].find("a"):
            file, _, place = link.get("href").partition("#")
            yield (os.path.normpath(os.path.join(os.path.dirname(name), file)) if file else name), place

    def of_sites(self):
        """The sites' first pages."""
        return [name for name, page in self.pages.items() if page.find("main")[0].get("data-site") and not re.search(
            r"-(shortages|groups|people|skills)-\d+\.html$", name)]

    def whole(self, name):
        """A page with the parts of its chapters in their place."""
        page = self.pages[name]
        for section in page.find("section"):
            lists = section.find("ol", cls="parts")
            if lists:
                join(section, [self.pages[os.path.normpath(os.path.join(os.path.dirname(name), link.get("href")))]
                               for link in lists[0].find("a")])
        return page


def join(section, parts):
    """Put the chapter's section together from those of its parts: rows of a table in one table."""
    own = [part.find("section", id=section.get("id"))[0] for part in parts]
    if section.get("id") == "skills":
        join_skills(section, own)
        return
    section.children = [child for child in own[0].children if isinstance(child, Element) and child.name != "h2"]
    body = section.find("tbody")
    for part in own[1:]:
        rows = [row for table in part.find("tbody") for row in table.children] if section.find("table", cls="sortable") else []
        if rows:
            body[0].children += rows
        section.children += [child for child in part.find("article") if child.get("id")]
        section.children += [child for child in part.find("li") if re.fullmatch(r"s\d+", child.get("id") or "")]


def join_skills(section, own):
    """What is told of all skills stands on the page; the parts have tables of the same kinds, not each part all of them."""
    section.children = [child for child in section.children if not (isinstance(child, Element) and child.get("class") == "parts")]
    for part in own:
        for table in part.find("table"):
            first = section.find("table", cls=table.get("class").split()[0])
            if first:
                first[0].find("tbody")[0].children += table.find("tbody")[0].children
            else:
                section.children.append(table)


def check_links(check, book):
    """Every link of every page leads to something that is there; every page can be reached, and opens at once."""
    ids = {name: {element.get("id") for element in page.walk()} for name, page in book.pages.items()}
    reached = {"report.html"}
    for name in book.pages:
        for file, place in book.links(name):
            reached.add(file)
            check.true(f"{name}: {file}#{place} is there", file in ids and (not place or place in ids[file]))
        check.true(f"{name}: {book.sizes[name]} bytes", book.sizes[name] < 2 * 1024 * 1024)
    check.equal("pages that no page leads to", sorted(set(book.pages) - reached), [])


def part_of_index(result):
    """What an index lists: the dearest shortages and those of groups open to all, these groups, and people without a site."""
    part = object.__new__(type(result))
    part.__dict__.update(result.__dict__)
    ranked = sorted(result.shortages, key=lambda s: -int(s["cost"]))
    part.shortages = [s for rank, s in enumerate(ranked) if rank < DEAREST or not s["site"]]
    part.groups = [g for g in result.groups if not g["site"]]
    part.people = [p for p in result.people if not p["site"]]
    return part


def check_sites(check, page, result):
    """The table of sites, added up from the files; what is asked for and not filled from the sheets."""
    rows = [row for table in page.find("table", cls="sites") for row in table.find("tbody")[0].find("tr")]
    names = sorted({p["site"] for p in result.people} | {g["site"] for g in result.groups} - {""})
    check.equal("sites listed", sorted(row.cells()[0].text for row in rows), [name for name in names if name])
    for row in rows:
        site, *figures = [cell.text for cell in row.cells()]
        people = [p for p in result.people if p["site"] == site]
        short = [s for s in result.shortages if s["site"] == site]
        lacking = sum(int(s["needed"]) - int(s["have"]) for s in short if s["kind"] == "role")
        told = [numbers(figure)[0] for figure in figures]
        known = [len(people), sum(int(p["groups"]) > 0 for p in people), sum(g["site"] == site for g in result.groups)]
        check.equal(f"{site}: staff, with a part, groups", told[:3], [float(n) for n in known])
        check.equal(f"{site}: not filled, shortages, their cost", [told[4], *told[6:]],
                    [float(lacking), float(len(short)), float(sum(int(s["cost"]) for s in short))])
        if result.sheets:
            groups = [g for g in result.sheets.groups.values() if " ".join(g.site.split()) == site]
            unled = [g for g in groups if any(r.leads and r.min for r in g.roles.values()) and not any(
                r.leads and result.sheets.of(r) for r in g.roles.values())]
            check.equal(f"{site}: roles asked for, groups without leader", [told[3], told[5]],
                        [float(sum(r.min for g in groups for r in g.roles.values())), float(len(unled))])
