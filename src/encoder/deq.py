"""onnx (as export.py writes it) -> state dict"""
import sys, numpy as np, torch
from onnx_in import _fields, _varint
def inits(path):
    buf=memoryview(open(path,'rb').read()); out={}
    graph=next(v for f,_,v in _fields(buf) if f==7)
    for f,_,v in _fields(graph):
        if f!=5: continue
        dims,name,raw,dt=[],None,None,None
        for g,w,x in _fields(v):
            if g==1: dims.append(x)
            elif g==2: dt=x
            elif g==8: name=bytes(x).decode()
            elif g==9: raw=x
        out[name]=np.frombuffer(raw,{1:'<f4',3:'i1',7:'<i8',2:'u1'}[dt]).reshape(dims)
    return out
if __name__=='__main__':
    w=inits(sys.argv[1])
    for k in sorted(w): print(k,w[k].dtype,w[k].shape)
