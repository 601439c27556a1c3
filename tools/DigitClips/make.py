#!/usr/bin/env python3
"""Makes data/digits: the words zero to nine, spoken by eSpeak NG in many voices at three speeds.

Wants the program espeak-ng (made with 1.51) and Python with numpy and scipy. One WAV file a voice, 8 kHz, mu-law, the words one
behind the other; index.csv says where each begins. From the repository's root: python3 tools/DigitClips/make.py
"""
import csv
import io
import pathlib
import struct
import subprocess
import wave

import numpy as np
from scipy.signal import resample_poly

WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
SPEEDS = [150, 190, 240]  # words a minute
RATE = 8000

# Whole voices are held out: no variant (after the plus) of one part is in another, and the Caribbean accent is only in the test part.
VOICES = {
    "train": [
        "en-gb+m1", "en-us+m2", "en-gb-scotland+m3", "en-gb-x-gbclan+m4", "en-gb-x-rp+m5", "en-gb-x-gbcwmd+m6", "en-us-nyc+m7",
        "en-us+f1", "en-gb+f2", "en-gb-x-rp+f3", "en-gb-scotland+Annie", "en-us-nyc+linda", "en-us+adam", "en-gb-x-gbclan+grandma",
        "en-us+Andrea", "en-gb-x-gbcwmd+belinda", "en-gb+Lee", "en-us-nyc+Gene", "en-gb-scotland+max", "en-gb-x-rp+Mario",
    ],
    "validation": ["en-us+m8", "en-gb+f4", "en-gb-x-gbcwmd+Andy", "en-gb-scotland+Alicia", "en-us-nyc+Hugo"],
    "test": ["en-029+Michael", "en-gb-x-rp+f5", "en-us+Diogo", "en-us-nyc+steph", "en-gb+boris", "en-gb-x-gbclan+anika"],
}


def spoken(voice, speed, word):
    """A word as samples between -1 and 1, at 8 kHz, without the silence around it."""
    data = subprocess.run(["espeak-ng", "-v", voice, "-s", str(speed), "--stdout", word], check=True, capture_output=True).stdout
    with wave.open(io.BytesIO(data)) as read:
        assert read.getframerate() == 22050 and read.getsampwidth() == 2 and read.getnchannels() == 1
        samples = np.frombuffer(data[44:], dtype="<i2")[: (len(data) - 44) // 2] / 32768.0
    samples = resample_poly(samples, 160, 441)
    loud = np.flatnonzero(np.abs(samples) > 0.02 * np.abs(samples).max())
    margin = RATE // 50
    return samples[max(0, loud[0] - margin) : loud[-1] + margin]


def mu_law(samples):
    """ITU-T G.711: 14-bit samples to one byte each."""
    value = np.clip(np.round(samples * 32767), -32635, 32635).astype(int)
    magnitude = np.abs(value) + 132
    exponent = np.floor(np.log2(magnitude)).astype(int) - 7
    mantissa = (magnitude >> (exponent + 3)) & 15
    return (~(((value < 0) << 7) | (exponent << 4) | mantissa) & 255).astype(np.uint8).tobytes()


def write_wave(path, data):
    data_length = len(data)
    padded = data + b"\0" * (data_length % 2)
    fmt = struct.pack("<HHIIHHH", 7, 1, RATE, RATE, 1, 8, 0)
    fact = struct.pack("<I", data_length)
    chunks = b"WAVE" + b"fmt " + struct.pack("<I", len(fmt)) + fmt + b"fact" + struct.pack("<I", 4) + fact
    chunks += b"data" + struct.pack("<I", data_length) + padded
    path.write_bytes(b"RIFF" + struct.pack("<I", len(chunks)) + chunks)


def main():
    folder = pathlib.Path(__file__).resolve().parents[2] / "data" / "digits"
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for part, voices in VOICES.items():
        for voice in voices:
            clips = [(speed, digit, spoken(voice, speed, word)) for speed in SPEEDS for digit, word in enumerate(WORDS)]
            loudest = max(np.abs(clip).max() for _, _, clip in clips)
            start, data = 0, b""
            for speed, digit, clip in clips:
                rows.append([voice, part, speed, digit, start, len(clip)])
                start += len(clip)
                data += mu_law(0.9 * clip / loudest)
            write_wave(folder / f"{voice}.wav", data)
    with open(folder / "index.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["voice", "part", "speed", "digit", "start", "length"])
        out.writerows(rows)


if __name__ == "__main__":
    main()
