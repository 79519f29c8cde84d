"""python restore.py ENCODER.onnx READER.onnx    writes dual.pt and reader0.pt: the weights of files that export.py wrote, as near as int8 holds them"""
import sys, numpy as np, torch
from deq import inits
def model(path):
    w=inits(path); sd={}
    for k,v in w.items():
        if k.endswith('.q') and k!='word.q': sd[k[:-2]+'.weight']=(v.astype(np.float32)*w[k[:-2]+'.s']).T
        elif k=='word.q': sd['word.weight']=v.astype(np.float32)*w['word.s']
        elif k.startswith('layers.') and k.endswith('.b'): sd[k[:-2]+'.bias']=v
        elif k.endswith('.weight') or k.endswith('.bias'): sd[k]=v
        elif k.endswith('.w'): sd[k[:-2]+'.weight']=v if k=='side.w' else v.T
        elif k in('rel1.b','rel2.b','span.b','query.b'): sd[k[:-2]+'.bias']=v
        elif k in('pos','typ'): sd[k+'.weight']=v
        elif k=='mix': sd[k]=v
    h=384; d=32**.5
    for k in sd:
        if k.endswith('qkv.weight') or k.endswith('qkv.bias'): sd[k]=np.array(sd[k]); sd[k][:h]*=d
    return {k:torch.tensor(np.array(v)) for k,v in sd.items()}
if __name__ == '__main__':
    torch.save(dict(model=model(sys.argv[2])), 'reader0.pt'); d = model(sys.argv[1]); d['scale'] = torch.tensor([30., 15., 1.]).log(); d['bias'] = torch.zeros(1)
    torch.save(dict(model=d, layout=dict(name='head', before=96, limit=320, types=False)), 'dual.pt')
