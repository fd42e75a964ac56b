"""All measurements of one model, as a plain tree of numbers that can be stored as JSON.

What a model cannot do is None in the tree, and `missing` says why, by the name of the entry.
Seeds are fixed by the settings; nothing is drawn twice and picked from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from aemodel.defaults import TEMPERATURE
from aemodel.evaluation import interpolation, latent_priors, reconstruction
from aemodel.evaluation.interface import FloatArray, MeasuredModel
from aemodel.evaluation.latency import REPEATS
from aemodel.evaluation.neighbours import DEFAULT_K
from aemodel.evaluation.plane import measure_map
from aemodel.evaluation.recognition import category_balance, worst_ratio
from aemodel.evaluation.reference import Reference, predict

DETERMINISTIC = "A deterministic encoder defines no density."
READ_ONCE = "It reads every drawing once only."
UNKNOWN_CATEGORIES = "The classifier does not know every category."
UNJUDGED = "Its samples are all that its prior draws; none is chosen."
MORE_CATEGORIES = "Its samples are of more categories than these, and it cannot be asked for one."

Say = Callable[[str], None]


@dataclass(frozen=True)
class Settings:
    """How much is measured. The defaults are those of the README's tables.

    Attributes:
        seed: of every choice and every sample.
        drawings: number in every Frechet distance; None: as many as the smallest category allows.
        neighbours: k of precision, recall, density and coverage.
        recognition_samples: samples asked of each category.
        balance_samples: samples drawn without asking for a category.
        bound_samples: latents of each drawing in the importance-weighted bound.
        prior_drawings: training drawings of each category that simple priors are fitted to.
        paths, path_steps: morphs and drags whose smoothness is measured.
        repeats: of every timing.
    """

    seed: int = 0
    drawings: int | None = None
    neighbours: int = DEFAULT_K
    recognition_samples: int = 200
    balance_samples: int = 2000
    bound_samples: int = 64
    prior_drawings: int = 3000
    paths: int = 60
    path_steps: int = 60
    repeats: int = REPEATS


class ModelEvaluation:
    """One model on the categories of a reference, all of which it must know.

    `values` gets the sections `redraw`, `glance`, `samples`, `memorisation`, `typical`, `unjudged`,
    `balance`, `priors`, `interpolation`, `map` and `head`, each a dict (`unjudged` a list of
    them), or None with a reason in `missing`.
    """

    def __init__(
        self,
        model: MeasuredModel,
        reference: Reference,
        real: dict[str, Any],
        settings: Settings,
        *,
        say: Say = lambda _: None,
    ) -> None:
        self.model, self.reference, self.real = model, reference, real
        self.settings, self.say = settings, say
        self.same_categories = set(model.categories) == set(reference.categories)
        self.values: dict[str, Any] = {}
        self.missing: dict[str, str] = {}

    def run(self) -> dict[str, Any]:
        """Measure everything; the sections, and `missing`."""
        for name, needs, measure in (
            ("redraw", ("encode", "decode"), self._redraw),
            ("glance", ("encode", "decode"), self._glance),
            ("samples", ("sample",), self._samples),
            ("balance", ("sample",), self._balance),
            ("priors", ("encode", "decode"), self._priors),
            ("interpolation", ("encode", "decode"), self._interpolation),
            ("map", ("encode", "decode", "map"), self._map),
            ("head", ("encode", "classify"), self._head),
        ):
            lacking = [capability for capability in needs if capability in self.model.missing]
            if lacking:
                self._lack(name, self.model.missing[lacking[0]])
            else:
                measure()
        if self.values["samples"] is None:
            self._lack("memorisation", self.missing["samples"])
            self._lack("typical", self.missing["samples"])
            self._lack("unjudged", self.missing["samples"])
        return self.values | {"missing": self.missing}

    def _lack(self, name: str, reason: str) -> None:
        """Note that an entry (`section` or `section.value`) cannot be had."""
        self.missing[name] = reason
        section, _, value = name.partition(".")
        if value:
            self.values.setdefault(section, {})[value] = None
        else:
            self.values[section] = None

    def _redraw(self) -> None:
        self.say("redrawing")
        images = self.reference.test.images
        redrawn, latents = self.model.redraw(images)
        self._compare("redraw", redrawn)
        self.values["redraw"]["active_units"] = reconstruction.active_units(latents)
        _, log_var = self.model.encode(images)
        if log_var is None:
            for name in ("kl", "elbo", "importance_weighted_bound"):
                self._lack(f"redraw.{name}", DETERMINISTIC)
        else:
            self.values["redraw"] |= self._bounds(latents, log_var)

    def _glance(self) -> None:
        """What a model that reads drawings several times makes of them in a single pass."""
        if self.model.refinement is None:
            self._lack("glance", READ_ONCE)
        else:
            self._compare(
                "glance", self.model.decode(self.model.encode(self.reference.test.images)[0])
            )

    def _compare(self, name: str, redrawn: FloatArray) -> None:
        """A section that tells how true redrawn test drawings are."""
        reference, images = self.reference, self.reference.test.images
        section: dict[str, Any] = {
            "cross_entropy": float(reconstruction.cross_entropy(images, redrawn).mean()),
            "psnr": float(reconstruction.psnr(images, redrawn).mean()),
            **reference.fidelity(redrawn),
        }
        self.values[name] = section
        recognition = reference.recognition(redrawn, reference.test.labels)
        original = reference.recognition(images, reference.test.labels)
        if recognition is None or original is None:
            self._lack(f"{name}.kept", UNKNOWN_CATEGORIES)
        else:
            section["recognised"] = recognition.overall
            section["kept"] = recognition.overall / max(original.overall, 1e-9)

    def _bounds(self, mean: FloatArray, log_var: FloatArray) -> dict[str, float]:
        settings, images, decode = self.settings, self.reference.test.images, self.model.decode
        elbo = reconstruction.evidence_lower_bound(
            images, mean, log_var, decode, seed=settings.seed
        )
        bound = reconstruction.importance_weighted_bound(
            images,
            mean,
            log_var,
            decode,
            samples=settings.bound_samples,
            seed=settings.seed,
        )
        return {
            "kl": float(reconstruction.kl_to_standard_normal(mean, log_var).mean()),
            "elbo": float(elbo.mean()),
            "importance_weighted_bound": float(bound.mean()),
        }

    def _samples(self) -> None:
        """At temperature 1 and at the one that the window begins with.

        Fidelity, memorisation, and recognition where a category can be asked for; all of it also
        for what the prior draws, where a judge chooses among that.
        """
        if "sample_category" in self.model.missing and not self.same_categories:
            self._lack("samples", MORE_CATEGORIES)
            return
        self.values["samples"], self.values["memorisation"] = self._sampled(1.0)
        self.values["typical"] = self._at(TEMPERATURE)
        if self.model.candidates == 1:
            self._lack("unjudged", UNJUDGED)
        else:
            self.values["unjudged"] = [
                self._at(temperature, judged=False) for temperature in (1.0, TEMPERATURE)
            ]
        samples = self.values["typical"]["samples"]
        if "recognised" not in samples:
            asked = "sample_category" not in self.model.missing
            reason = UNKNOWN_CATEGORIES if asked else self.model.missing["sample_category"]
            self._lack("samples.recognised", reason)

    def _at(self, temperature: float, *, judged: bool = True) -> dict[str, Any]:
        """Sections of samples and of memorisation, with the temperature."""
        samples, memorisation = self._sampled(temperature, judged=judged)
        return {"temperature": temperature, "samples": samples, "memorisation": memorisation}

    def _sampled(
        self, temperature: float, *, judged: bool = True
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Sections of samples and of memorisation."""
        reference, seed = self.reference, self.settings.seed
        if "sample_category" in self.model.missing:
            self.say("sampling")
            compared, _ = self.model.sample(
                reference.drawings, None, temperature, seed, judged=judged
            )
            section: dict[str, Any] = dict(reference.fidelity(compared))
        else:
            quotas, asked = reference.quotas(), []
            for label, name in enumerate(reference.categories):
                self.say(f"sampling {name}")
                count = max(int(quotas[label]), self.settings.recognition_samples)
                images, _ = self.model.sample(count, name, temperature, seed + label, judged=judged)
                asked.append(images)
            compared = np.concatenate([part[:n] for part, n in zip(asked, quotas, strict=True)])
            section = dict(reference.fidelity(compared)) | self._recognised(asked)
        self.say("searching the training set")
        return section, reference.memorisation(compared)

    def _recognised(self, asked: list[FloatArray]) -> dict[str, Any]:
        """How often samples are taken for the category that was asked for; by category, too."""
        labels = np.repeat(np.arange(len(asked)), [len(part) for part in asked])
        recognition = self.reference.recognition(np.concatenate(asked), labels)
        if recognition is None:
            return {}
        rates = self.real["samples"]["recognised_by_category"]
        worst, ratio = worst_ratio(recognition.by_category, rates)
        return {
            "recognised": recognition.overall,
            "recognised_by_category": recognition.by_category,
            "worst_category": worst,
            "worst_ratio": ratio,
        }

    def _balance(self) -> None:
        labels = self.reference.classifier_labels
        if not self.same_categories:
            self._lack("balance", "Only told for all categories of the model together.")
        elif labels is None:
            self._lack("balance", UNKNOWN_CATEGORIES)
        else:
            self.say("sampling without a category")
            images, _ = self.model.sample(self.settings.balance_samples, seed=self.settings.seed)
            classifier = self.reference.classifier
            known = [int(label) for label in labels]
            balance = category_balance(predict(classifier, images), known, classifier.categories)
            self.values["balance"] = balance._asdict()

    def _priors(self) -> None:
        """Fidelity of samples from simple densities over the same latents."""
        self.say("simple priors")
        seed, reference = self.settings.seed, self.reference
        training = reference.training
        rng = np.random.default_rng(seed)
        chosen = np.concatenate(
            [
                rng.permutation(np.flatnonzero(training.labels == label))[
                    : self.settings.prior_drawings
                ]
                for label in range(len(reference.categories))
            ]
        )
        images = training.images[chosen].astype(np.float32) / np.float32(255)
        latents = latent_priors.posterior_draws(*self.model.encode(images), seed)
        labels = training.labels[chosen]
        self.values["priors"] = {}
        for name, draw in (
            ("normal", latent_priors.standard_normal(self.model.latent_size, seed)),
            ("gaussian", latent_priors.fit_gaussians(latents, labels, seed)),
            ("mixture", latent_priors.fit_mixtures(latents, labels, seed)),
        ):
            drawn = [draw(label, int(n)) for label, n in enumerate(reference.quotas())]
            decoded = self.model.decode(np.concatenate(drawn))
            self.values["priors"][name] = reference.fidelity(decoded)

    def _interpolation(self) -> None:
        """Midpoints between held-out drawings, and the smoothness of whole morphs."""
        self.say("interpolating")
        settings, side = self.settings, self.reference.validation
        _, mean = self.model.redraw(side.images)
        values: dict[str, Any] = {}
        self.values["interpolation"] = values
        for name, pairs in (
            ("within", interpolation.pairs_within),
            ("across", interpolation.pairs_across),
        ):
            if name == "across" and len(self.reference.categories) == 1:
                self._lack("interpolation.fid_across", "There is only one category.")
                continue
            first, second = pairs(side.labels, settings.seed)
            straight = ((mean[first] + mean[second]) / 2).astype(np.float32)
            middle = np.full(len(first), 0.5, np.float32)
            own = self.model.between(mean[first], mean[second], middle)
            for way, midpoints in (("", own), ("_straight", straight)):
                images = self.model.decode(midpoints)
                values[f"fid_{name}{way}"] = self.reference.fidelity(images)["fid"]
        shares = np.linspace(0, 1, settings.path_steps + 1, dtype=np.float32)
        changes = [
            interpolation.step_changes(
                self.model.decode(
                    self.model.between(
                        np.tile(start, (len(shares), 1)), np.tile(end, (len(shares), 1)), shares
                    )
                )
            )
            for start, end in interpolation.random_ends(mean, settings.paths, settings.seed)
        ]
        values["morph"] = interpolation.smoothness(np.concatenate(changes))._asdict()

    def _map(self) -> None:
        self.say("wandering over the map")
        self.values["map"] = measure_map(
            self.model,
            self.reference,
            paths=self.settings.paths,
            steps=self.settings.path_steps,
            seed=self.settings.seed,
            same_categories=self.same_categories,
        )

    def _head(self) -> None:
        """How often the model itself sees the category, and how typical held-out drawings are."""
        self.say("reading off categories")
        model, reference = self.model, self.reference
        _, mean = model.redraw(reference.test.images)
        positions = np.array([model.categories.index(name) for name in reference.categories])
        right = model.classify(mean).argmax(axis=1) == positions[reference.test.labels]
        typicality = None
        if "typicality" not in model.missing:
            typicality = float(np.median(model.typicality(mean)))
        self.values["head"] = {
            "accuracy": float(right.mean()),
            "median_typicality": typicality,
        }
