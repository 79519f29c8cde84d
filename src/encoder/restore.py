"""python restore.py ENCODER.onnx READER.onnx    writes dual.pt and reader0.pt: the weights of files that export.py wrote, as near as int8 holds them"""
import sys, numpy as np, torch
from onnx_in import tensors
H, HEAD = 384, 32

def model(path):
    w = tensors(path); sd = {}
    for k, v in w.items():
        name, _, kind = k.rpartition('.')
        if kind == 'q': v = v.astype(np.float32) * w[name + '.s']; sd[name + '.weight'] = v if name == 'word' else v.T
        elif kind == 'w': sd[name + '.weight'] = v if name == 'side' else v.T
        elif kind == 'b': sd[name + '.bias'] = v
        elif kind in ('weight', 'bias') or k == 'mix': sd[k] = v
        elif k in ('pos', 'typ'): sd[k + '.weight'] = v
    for k in sd:
        if '.qkv.' in k: sd[k] = np.array(sd[k]); sd[k][:H] *= HEAD ** .5      # export.py divides the queries by it
    return {k: torch.tensor(np.array(v)) for k, v in sd.items()}

if __name__ == '__main__':
    encoder, reader = map(model, sys.argv[1:3])
    encoder.update(scale=torch.tensor([30., 15., 1.]).log(), bias=torch.zeros(1))   # not in the file: only the encoder's training needs them
    torch.save(dict(model=encoder, layout=dict(name='head', before=96, limit=320, types=False)), 'dual.pt'); torch.save(dict(model=reader), 'reader0.pt')
