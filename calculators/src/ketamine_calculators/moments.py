"""The clinical moments that a calculator belongs to, in the order of a treatment."""

from collections.abc import Mapping
from typing import Literal

Moment = Literal["verify", "stage", "dose", "give", "assess", "maintain"]
MOMENTS: Mapping[Moment, str] = {
    "verify": "Verify resistance",
    "stage": "Stage resistance",
    "dose": "Choose the dose",
    "give": "Give the treatment",
    "assess": "Assess the response",
    "maintain": "Maintain",
}
