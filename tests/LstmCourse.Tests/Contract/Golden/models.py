"""Makes the golden model files and what the models answer, with PyTorch.

    python3 models.py

tagger-torchsharp.dat   weights drawn by PyTorch, written here by the description of TorchSharp's format
tagger-seeded.dat     weights drawn with a seed (ModelFileTests saves it); only read here
*.txt                   the logits that PyTorch computes with the weights of each file
"""
import os
import struct

import torch

FOLDER = os.path.dirname(os.path.abspath(__file__))
TOKENS = [[1, 2, 3, 4], [5, 6, 1, 0]]
FLOAT32 = 6


class Tagger(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = torch.nn.Embedding(7, 3)
        self.lstm = torch.nn.LSTM(3, 4, num_layers=2, batch_first=True, bidirectional=True)
        self.fc = torch.nn.Linear(8, 2)

    def forward(self, tokens):
        return self.fc(self.lstm(self.embedding(tokens))[0])


def leb128(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes(out + bytes([number]))


def write(path, state):
    with open(path, "wb") as file:
        file.write(leb128(len(state)))
        for name, value in state.items():
            text = name.encode()
            file.write(leb128(len(text)) + text + leb128(FLOAT32) + leb128(value.dim()))
            file.write(b"".join(leb128(size) for size in value.shape))
            file.write(value.contiguous().numpy().astype("<f4").tobytes())


def read(path):
    data = open(path, "rb").read()
    place = 0

    def number():
        nonlocal place
        result = shift = 0
        while True:
            byte = data[place]
            place += 1
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    state = {}
    for _ in range(number()):
        length = number()
        name = data[place:place + length].decode()
        place += length
        assert number() == FLOAT32
        shape = [number() for _ in range(number())]
        count = 1
        for size in shape:
            count *= size
        state[name] = torch.tensor(struct.unpack(f"<{count}f", data[place:place + 4 * count])).reshape(shape)
        place += 4 * count
    assert place == len(data)
    return state


def answer(path, state):
    model = Tagger()
    model.load_state_dict(state)
    with torch.no_grad():
        logits = model(torch.tensor(TOKENS)).flatten()
    with open(path, "w") as file:
        file.write("".join(f"{float(value)!r}\n" for value in logits))


torch.manual_seed(20)
write(os.path.join(FOLDER, "tagger-torchsharp.dat"), Tagger().state_dict())
for kind in ["torchsharp", "seeded"]:
    path = os.path.join(FOLDER, f"tagger-{kind}.dat")
    if os.path.exists(path):
        answer(os.path.join(FOLDER, f"tagger-{kind}.txt"), read(path))
