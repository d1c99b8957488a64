"""A web page as a tree, read by Python's own parser: elements by name, class and id, and their words."""
import html.parser
import re

EMPTY = {"meta", "input", "br", "hr", "col", "link", "img", "wbr"}
SILENT = {"script", "style"}
DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def words_of(text):
    """Text as it is read: blanks in a row are one, marks that only say a direction of writing are none, and what cannot be
    printed is one sign."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "\ufffd", DIRECTIONS.sub("", text))
    return " ".join(text.split())


def numbers(text):
    return [float(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


class Element:
    def __init__(self, name, attributes=()):
        self.name, self.attributes, self.children = name, dict(attributes), []

    def get(self, attribute):
        return self.attributes.get(attribute)

    def walk(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def find(self, name=None, cls=None, id=None):  # noqa: A002
        return [e for e in self.walk() if (name is None or e.name == name) and (id is None or e.get("id") == id) and
                (cls is None or cls in (e.get("class") or "").split())]

    def raw(self):
        return "".join(child if isinstance(child, str) else "" if child.name in SILENT else child.raw() for child in self.children)

    @property
    def text(self):
        return words_of(self.raw())

    def one(self, what):
        """The words of the first NAME or .CLASS inside; none: no words."""
        found = self.find(cls=what[1:]) if what.startswith(".") else self.find(what)
        return found[0].text if found else ""

    def children_text(self, name):
        """The words of the first child of that name."""
        return next((child.text for child in self.children if isinstance(child, Element) and child.name == name), "")

    def cells(self):
        return [child for child in self.children if isinstance(child, Element) and child.name in ("td", "th")]


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, attrs)
        self.open[-1].children.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag):
        if len(self.open) < 2 or self.open[-1].name != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1].name}> at {self.getpos()}")
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


def tree_of(text):
    """The page's tree. Errors: ValueError where an element is not closed in its place."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    if len(reader.open) != 1:
        raise ValueError(f"<{reader.open[-1].name}> is not closed")
    return reader.root


def read_page(path):
    with open(path, encoding="utf-8") as file:
        return tree_of(file.read())
