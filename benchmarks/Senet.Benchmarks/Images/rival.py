"""Pillow + torchvision for the benchmark `images`: a line "pipeline<TAB>list file" in, the seconds of one pass over its files out. One thread."""
import sys
import time

import PIL
import torch
import torchvision
from PIL import Image, features
from torchvision import transforms

torch.set_num_threads(1)
normalise = transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
pipelines = {
    "decode": lambda image: image,
    "evaluation": transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor(), normalise]),
    "training": transforms.Compose([transforms.RandomResizedCrop(224), transforms.RandomHorizontalFlip(), transforms.ToTensor(), normalise]),
}
print(f"Pillow {PIL.__version__} (libjpeg-turbo {features.version('libjpeg_turbo')}), torchvision {torchvision.__version__}, torch {torch.__version__}", flush=True)
for line in sys.stdin:
    name, list_file = line.rstrip("\n").split("\t")
    pipeline = pipelines[name]
    with open(list_file, encoding="utf-8") as lines:
        files = lines.read().splitlines()
    start = time.perf_counter()
    for file in files:
        pipeline(Image.open(file).convert("RGB"))
    print(time.perf_counter() - start, flush=True)
