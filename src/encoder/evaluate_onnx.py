"""python evaluate_onnx.py dual.pt model.onnx --vocab tokenizer.json --jar onnxruntime.jar --shared DIR [--sets dev,gold,news]     the exported file's figures (ONNX Runtime, CPU)"""
import argparse, json, torch, evaluate as E, corpora as C
from tok import Tok; from layout import Layout; from reference import run, as_question, as_passages
class Exported:
    def __init__(s, jar, model, bias): s.jar, s.model, s.bias = jar, model, bias
    def eval(s): return s
    def rows(s, ids, mask): return [r[:int(m.sum())].tolist() for r, m in zip(ids, mask)]
    def question(s, ids, mask): return as_question(run(s.jar, s.model, s.rows(ids, mask)))
    def passages(s, ids, mask, types, own): R = s.rows(ids, mask); return as_passages([(r, o[:len(r)].tolist()) for r, o in zip(R, own)], run(s.jar, s.model, R))
ap = argparse.ArgumentParser(); ap.add_argument('pt'); ap.add_argument('model'); ap.add_argument('--vocab', required=True); ap.add_argument('--jar', required=True); ap.add_argument('--shared', required=True); ap.add_argument('--sets', default='dev,gold,news'); A = ap.parse_args(); torch.set_num_threads(2)
sd = torch.load(A.pt, map_location='cpu'); old = E.index; E.index = lambda *a, **k: old(*a, **dict(k, batch=999)); T = C.load_tests(A.shared)
for k in A.sets.split(','): print('int8', k, json.dumps(E.evaluate(Exported(A.jar, A.model, sd['model']['bias']), Layout(Tok(A.vocab), **sd['layout']), T[k])), flush=True)
