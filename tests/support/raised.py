"""Every sentence that an expected error can carry to the window, read from the source."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASE = "DoodlescapeError"
# A value that a template could be confused by, were it not taken as it is.
VALUE = "a {b} (c); d.e"
_DEEPEST = 6
Scope = tuple[str, ast.FunctionDef | None]


@dataclass(frozen=True)
class Raised:
    """An error that is made somewhere, and the sentences that it may carry."""

    place: str
    code: str
    kind: str
    sentences: tuple[str, ...]
    has_cause: bool


@cache
def window_sources() -> dict[str, str]:
    """Text by name of all modules that the window can import, now or later."""
    known = {}
    for path in itertools.chain(*((ROOT / name).rglob("*.py") for name in ("desktop", "aemodel"))):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        known[name.removesuffix(".__init__")] = path
    sources: dict[str, str] = {}
    waiting = ["desktop.main"]
    while waiting:
        name = waiting.pop()
        if name in known and name not in sources:
            sources[name] = known[name].read_text(encoding="utf-8")
            waiting += [name.rpartition(".")[0], *_imported(ast.parse(sources[name]))]
    return sources


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@dataclass
class Program:
    """What the sources say, without running them: constants are followed, the rest is VALUE."""

    sources: Mapping[str, str]
    trees: dict[str, ast.Module] = field(init=False)
    scopes: dict[ast.AST, Scope] = field(init=False, default_factory=dict)
    calls: dict[str, list[ast.Call]] = field(init=False, default_factory=dict)
    families: list[tuple[str, set[str]]] = field(init=False, default_factory=list)
    caused: set[ast.expr | None] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.trees = {name: ast.parse(text) for name, text in self.sources.items()}
        for name, tree in self.trees.items():
            self._visit(tree, (name, None))

    def _visit(self, node: ast.AST, scope: Scope) -> None:
        if isinstance(node, ast.FunctionDef):
            scope = (scope[0], node)
        self.scopes[node] = scope
        if isinstance(node, ast.Call):
            self.calls.setdefault(_name_of(node.func), []).append(node)
        elif isinstance(node, ast.ClassDef):
            self.families.append((node.name, {_name_of(base) for base in node.bases}))
        elif isinstance(node, ast.ImportFrom):
            self.families += [(a.asname, {a.name}) for a in node.names if a.asname]
        elif isinstance(node, ast.Raise) and isinstance(node.cause, ast.Name):
            self.caused.add(node.exc)
        for child in ast.iter_child_nodes(node):
            self._visit(child, scope)

    @cached_property
    def errors(self) -> set[str]:
        """Names of all classes of expected errors, aliases included."""
        names: set[str] = set()
        more = {BASE}
        while more - names:
            names |= more
            more = {name for name, parents in self.families if parents & names}
        return names

    def raised(self) -> Iterator[Raised]:
        """Every place that makes an expected error, raised there or not."""
        for kind in sorted(self.errors):
            for call in self.calls.get(kind, []):
                module, _ = scope = self.scopes[call]
                said = self.values(call.args[0], scope) if call.args else [""]
                yield Raised(
                    f"{module}:{call.lineno}",
                    ast.unparse(call.args[0]) if call.args else "",
                    kind,
                    tuple(dict.fromkeys(said)),
                    call in self.caused,
                )

    def values(self, node: ast.expr, scope: Scope, depth: int = 0) -> list[str]:
        """The texts that an expression can have."""
        texts = getattr(self, f"_of_{type(node).__name__}", None)
        return [VALUE] if depth > _DEEPEST or texts is None else texts(node, scope, depth)

    def _of_Constant(self, node: ast.Constant, scope: Scope, depth: int) -> list[str]:
        if node.value is None:
            return []
        return [node.value if isinstance(node.value, str) else VALUE]

    def _of_JoinedStr(self, node: ast.JoinedStr, scope: Scope, depth: int) -> list[str]:
        parts = [self.values(part, scope, depth) for part in node.values]
        return ["".join(one) for one in itertools.product(*parts)]

    def _of_FormattedValue(self, node: ast.FormattedValue, scope: Scope, depth: int) -> list[str]:
        quoted = node.conversion == ord("r")
        found = self.values(node.value, scope, depth)
        return [repr(one) if quoted and one != VALUE else one for one in found] or [VALUE]

    def _of_BinOp(self, node: ast.BinOp, scope: Scope, depth: int) -> list[str]:
        if not isinstance(node.op, ast.Add):
            return [VALUE]
        sides = [self.values(side, scope, depth) for side in (node.left, node.right)]
        return ["".join(one) for one in itertools.product(*sides)]

    def _of_IfExp(self, node: ast.IfExp, scope: Scope, depth: int) -> list[str]:
        return self._any_of([node.body, node.orelse], scope, depth)

    def _of_BoolOp(self, node: ast.BoolOp, scope: Scope, depth: int) -> list[str]:
        return self._any_of(node.values, scope, depth)

    def _any_of(self, nodes: Sequence[ast.expr], scope: Scope, depth: int) -> list[str]:
        return [one for node in nodes for one in self.values(node, scope, depth)] or [VALUE]

    def _of_Name(self, node: ast.Name, scope: Scope, depth: int) -> list[str]:
        return self._named(node.id, scope, depth + 1)

    def _named(self, name: str, scope: Scope, depth: int) -> list[str]:
        module, function = scope
        found: list[str] = []
        if function is not None:
            arguments = function.args
            listed = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
            if name in [*listed, *(one.arg for one in arguments.kwonlyargs)]:
                return self._handed(name, listed, scope, depth)
            for expression in _assigned(function, name):
                found += self.values(expression, scope, depth)
        for node in self.trees[module].body:
            if isinstance(node, ast.Assign) and name in [
                getattr(t, "id", "") for t in node.targets
            ]:
                found += self.values(node.value, (module, None), depth)
            elif isinstance(node, ast.ImportFrom) and node.module in self.trees:
                for alias in node.names:
                    if name == (alias.asname or alias.name):
                        found += self._named(alias.name, (str(node.module), None), depth)
        return found or [VALUE]

    def _handed(self, name: str, listed: list[str], scope: Scope, depth: int) -> list[str]:
        """What callers hand over for a parameter."""
        module, function = scope
        assert function is not None
        found: list[str] = []
        place = listed.index(name) - (listed[:1] in (["self"], ["cls"])) if name in listed else 99
        for call in self.calls.get(function.name, []):
            if function.name.startswith("_") and self.scopes[call][0] != module:
                continue
            given = [keyword.value for keyword in call.keywords if keyword.arg == name]
            given += call.args[place : place + 1]
            found += [v for e in given for v in self.values(e, self.scopes[call], depth)]
        before = len(listed) - len(function.args.defaults)
        if name in listed and listed.index(name) >= before:
            found += self.values(function.args.defaults[listed.index(name) - before], scope, depth)
        return list(dict.fromkeys(found)) or [VALUE]

    def _of_Call(self, call: ast.Call, scope: Scope, depth: int) -> list[str]:
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("format", "lower"):
            found = self.values(call.func.value, scope, depth)
            if call.func.attr == "lower":
                return [one if one == VALUE else one.lower() for one in found]
            return [re.sub(r"{\w*}", lambda _: VALUE, one) for one in found]
        found = []
        for node in self.trees[scope[0]].body:
            if isinstance(node, ast.FunctionDef) and node.name == _name_of(call.func):
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Return) and inner.value is not None:
                        found += self.values(inner.value, (scope[0], node), depth + 1)
        return found or [VALUE]


def _name_of(node: ast.AST) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def _assigned(function: ast.FunctionDef, name: str) -> Iterator[ast.expr]:
    """What a variable of a function is set to, by = or by a loop over what is written out."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and name in [getattr(t, "id", "") for t in node.targets]:
            yield node.value
        elif isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
            if getattr(node.target, "id", "") == name:
                yield from node.iter.elts
            elif isinstance(node.target, ast.Tuple):
                for row in node.iter.elts:
                    if isinstance(row, ast.Tuple):
                        pairs = zip(node.target.elts, row.elts, strict=True)
                        yield from (e for t, e in pairs if getattr(t, "id", "") == name)
