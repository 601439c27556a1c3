#!/usr/bin/env python3
"""Prints the log-mel energies of two tones and some clicks as torchaudio computes them (made with 0.13.1, Debian's python3-torchaudio).

From this folder: python3 log_mel.py > log_mel.txt
"""
import torch
import torchaudio

n = torch.arange(1000, dtype=torch.float64)
samples = 0.5 * torch.sin(2 * torch.pi * 440 * n / 8000) + 0.0003 * n * torch.sin(2 * torch.pi * 1500 * n / 8000)
samples[::90] += 0.5
mel = torchaudio.transforms.MelSpectrogram(
    sample_rate=8000, n_fft=256, hop_length=80, n_mels=24, f_min=0, f_max=4000, power=2, center=False, norm=None, mel_scale="htk",
    wkwargs={"periodic": False}).double()
energies = torch.log(torch.clamp(mel(samples), min=1e-3)).T
for frame in energies.tolist():
    print(" ".join(f"{value:.5f}" for value in frame))
