"""Makes every golden file of this folder anew: `/usr/bin/python3 golden.py` with Debian's python3-torch (1.13)."""
import torch

import layers
import losses
import operations
import optimizers
import recurrent
import schedulers
import seeds

if __name__ == "__main__":
    torch.set_num_threads(1)
    seeds.make()
    layers.make()
    recurrent.make()
    losses.make()
    operations.make()
    optimizers.make()
    schedulers.make()
