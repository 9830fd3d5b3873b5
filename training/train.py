"""Train the reader; stop and go on at any time.

    python -m training.train [--data FOLDER] [--out FOLDER] [--epochs 1.0] [--minutes 60] [--start FILE] [--seed 7]
                             [--rate 0.00025] [--batch-tokens 3072] [--consistency 1] [--masked 0.05] [--refusals 0.4]
                             [--eight-bits]

Data, order and seeds are fixed, so a run that goes on from a checkpoint sees what it would have seen. Two cores do
about 4,000 tokens a second with bf16, a GPU some hundred times that. Several epochs are several runs, each begun with
what the last one left and with texts of another seed; what several runs learnt is averaged by training.average.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from retrieval.scoring import Row
from training.data import SEED, mixture
from training.eight_bits import is_smoothed, like_smoothed, rounding, smoothed
from training.examples import Example
from training.model import (
    Feature,
    SpanReader,
    Targets,
    batch_of,
    difference_of,
    encoder_folder,
    features,
    load_tokenizer,
    loss_of,
    targets_of,
)
from training.reference import from_onnx

CHECKPOINT_SECONDS = 300
LOG_STEPS = 50
LAST_RATE = 8e-5  # of the last part
SMOOTHED_ON = 256  # rows
MASK = 103  # of the encoder's vocabulary; its special tokens and those not in use end before the first of the others
LAST_SPECIAL = 998


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides the weights, beside the data."""

    epochs: float = 1.0
    learning_rate: float = 2.5e-4
    warm_up: float = 0.05
    weight_decay: float = 0.01
    batch_tokens: int = 3072
    says_weight: float = 0.5  # of the second head's loss
    consistency: float = 0.0  # weight of how far two passes lie apart; with it every row is read twice
    masked: float = 0.0  # share of a text's words, answers apart, that are not shown
    refusals: float = 1.0  # share of the made questions without an answer that is kept
    eight_bits: bool = False  # with the exported file's rounding: the last part


def main() -> None:
    """Train to the end of the recipe, or until the minutes are up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("training/run"))
    parser.add_argument("--epochs", type=float, default=Recipe().epochs)
    parser.add_argument("--start", type=Path, help="a checkpoint, or an exported reader, that a new run begins with")
    parser.add_argument("--seed", type=int, default=SEED, help="of the made-up texts and the samples")
    parser.add_argument("--rate", type=float, default=Recipe().learning_rate, help="the highest learning rate")
    parser.add_argument("--batch-tokens", type=int, default=Recipe().batch_tokens)
    parser.add_argument("--consistency", type=float, default=0.0, help="read twice; so much for the difference")
    parser.add_argument("--masked", type=float, default=0.0, help="hide this share of a text's words")
    parser.add_argument(
        "--refusals", type=float, default=1.0, help="keep this share of made questions without answer"
    )
    parser.add_argument("--eight-bits", action="store_true", help="the last part: get used to 8 bits (needs --start)")
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop then, with a checkpoint")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    examples, _ = mixture(options.data, options.seed)
    examples = thinned(examples, options.refusals)
    rows = features(examples, load_tokenizer(), every_window=False)
    print(f"{len(examples)} examples, {sum(len(row.ids) for row in rows) / 1e6:.1f} M tokens", flush=True)
    recipe = Recipe(
        epochs=options.epochs,
        learning_rate=options.rate,
        batch_tokens=options.batch_tokens,
        consistency=options.consistency,
        masked=options.masked,
        refusals=options.refusals,
    )
    if options.eight_bits:
        recipe = replace(recipe, eight_bits=True, learning_rate=LAST_RATE, warm_up=0.02)
    Trainer(recipe, rows, options.out, options.start).run(options.minutes * 60)


class Trainer:
    """One run: model, optimiser, and how far it has come."""

    def __init__(self, recipe: Recipe, rows: list[Feature], out: Path, start: Path | None = None) -> None:
        torch.manual_seed(SEED)
        self._recipe = recipe
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._model = self._first_model(rows, start).to(self._device)
        trained = [p for p in self._model.parameters() if p.requires_grad]
        self._optimiser = torch.optim.AdamW(
            trained, lr=recipe.learning_rate, weight_decay=recipe.weight_decay, fused=True
        )
        self._batches = list(_batches(rows, recipe))
        self._file = out / "checkpoint.pt"
        self._log = out / "log.jsonl"
        self._step = 0
        if self._file.exists():
            self._resume()

    def _first_model(self, rows: list[Feature], start: Path | None) -> SpanReader:
        """The encoder with new heads, or weights of another run, as far as they fit."""
        model = SpanReader(encoder_folder())
        if start:
            weights = (
                from_onnx(start).state_dict()
                if start.suffix == ".onnx"
                else torch.load(start, map_location="cpu", weights_only=True)["model"]
            )
            if is_smoothed(weights):
                like_smoothed(model)
            own = model.state_dict()
            model.load_state_dict({k: v for k, v in weights.items() if v.shape == own[k].shape}, strict=False)
        if self._recipe.eight_bits and not is_smoothed(model.state_dict()):
            some = [Row(0, row.ids, row.types, row.offsets) for row in rows[:: max(1, len(rows) // SMOOTHED_ON)]]
            smoothed(model.eval(), some)
        return rounding(model) if self._recipe.eight_bits else model

    def run(self, seconds: float) -> None:
        """Go on to the last step; checkpoints on the way."""
        self._model.train()
        started = saved = time.monotonic()
        losses: list[float] = []
        tokens = 0
        while self._step < len(self._batches) and time.monotonic() - started < seconds:
            batch = self._batches[self._step]
            losses.append(self._learn(batch))
            tokens += sum(len(feature.ids) for feature in batch)
            self._step += 1
            if self._step % LOG_STEPS == 0:
                rate = tokens / (time.monotonic() - started)
                self._tell(sum(losses) / len(losses), rate)
                losses.clear()
            if time.monotonic() - saved > CHECKPOINT_SECONDS:
                self._save()
                saved = time.monotonic()
        self._save()

    def _learn(self, batch: list[Feature]) -> float:
        torch.manual_seed(SEED * 1_000_000 + self._step)  # the same dropout whether the run was stopped or not
        targets = targets_of(batch, self._device)
        for group in self._optimiser.param_groups:
            group["lr"] = self._recipe.learning_rate * self._share()
        ids, types, mask = batch_of(batch, self._device)
        if self._recipe.masked:
            ids = _hidden(ids, types, targets, self._recipe.masked)
        passes = 2 if self._recipe.consistency else 1
        with torch.autocast(self._device.type, torch.bfloat16):
            read = self._model(*(one.repeat(passes, 1) for one in (ids, types, mask)))
        tokens, whole = (one.unflatten(0, (passes, -1)) for one in read)
        losses = [loss_of(*one, targets, self._recipe.says_weight) for one in zip(tokens, whole, strict=True)]
        loss = torch.stack(losses).mean()
        if passes == 2:
            loss = loss + self._recipe.consistency * difference_of(tokens, whole, targets)
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self._optimiser.step()
        return float(loss.detach())

    def _share(self) -> float:
        """Of the learning rate: up linearly, then down along a cosine."""
        warm = self._recipe.warm_up * len(self._batches)
        if self._step < warm:
            return (self._step + 1) / warm
        done = (self._step - warm) / max(1, len(self._batches) - warm)
        return 0.02 + 0.98 * (1 + math.cos(math.pi * done)) / 2

    def _tell(self, loss: float, rate: float) -> None:
        line = {
            "step": self._step,
            "of": len(self._batches),
            "loss": round(loss, 4),
            "tokens_per_second": round(rate),
        }
        print(json.dumps(line), flush=True)
        with self._log.open("a") as log:
            log.write(json.dumps(line) + "\n")

    def _save(self) -> None:
        state = {
            "recipe": asdict(self._recipe),
            "step": self._step,
            "model": {k: v for k, v in self._model.state_dict().items() if not k.endswith("word_embeddings.weight")},
            "optimiser": self._optimiser.state_dict(),
        }
        unfinished = self._file.with_suffix(".unfinished")
        torch.save(state, unfinished)
        unfinished.replace(self._file)

    def _resume(self) -> None:
        state = torch.load(self._file, map_location=self._device, weights_only=True)
        if {**state["recipe"], "epochs": 0} != {**asdict(self._recipe), "epochs": 0}:  # epochs may change: end sooner
            raise SystemExit(f"{self._file} is of another recipe. Give another --out, or remove it.")
        self._model.load_state_dict(state["model"], strict=False)
        self._optimiser.load_state_dict(state["optimiser"])
        self._step = state["step"]
        print(f"going on at step {self._step} of {len(self._batches)}", flush=True)


def thinned(examples: Sequence[Example], share: float) -> list[Example]:
    """The examples with so much of the questions without an answer that were made; those of people stay.

    Too many of them and the reader is shy of what people write, where "he" did it and not the one who is asked for.
    """
    chance = random.Random(SEED)  # noqa: S311
    return [e for e in examples if e.answers or e.verdict or e.source == "squad2" or chance.random() < share]


def _hidden(ids: Tensor, types: Tensor, targets: Targets, share: float) -> Tensor:
    """The ids with that share of the text's masked, where no answer starts or ends."""
    free = (types == 1) & (ids > LAST_SPECIAL) & (targets.tokens[..., :2].sum(-1) == 0)
    return torch.where(free & (torch.rand(ids.shape, device=ids.device) < share), MASK, ids)


def _batches(rows: list[Feature], recipe: Recipe) -> Iterator[list[Feature]]:
    """Batches of about as many tokens each, of rows about as long; another order in every epoch."""
    left = recipe.epochs
    epoch = 0
    while left > 0:
        chance = random.Random(SEED * 1000 + epoch + 500 * recipe.eight_bits)  # noqa: S311
        order = rows[:]
        chance.shuffle(order)
        batches: list[list[Feature]] = []
        for low in range(0, len(order), 4096):
            pool = sorted(order[low : low + 4096], key=lambda row: len(row.ids))
            batch: list[Feature] = []
            for row in pool:
                if batch and (len(batch) + 1) * len(row.ids) > recipe.batch_tokens:
                    batches.append(batch)
                    batch = []
                batch.append(row)
            batches.append(batch)
        chance.shuffle(batches)
        yield from batches[: max(1, round(len(batches) * min(1.0, left)))]
        left -= 1
        epoch += 1


if __name__ == "__main__":
    main()
