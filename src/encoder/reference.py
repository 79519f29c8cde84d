"""python reference.py dual.pt --onnx e5.onnx --vocab tokenizer.json --model out.onnx --jar onnxruntime.jar --out reference.json
Scores of made-up passages and questions, computed from the exported file's outputs (ONNX Runtime, one row at a time), for a test of another implementation; also says
how far they are from the float model."""
import argparse, json, os, struct, subprocess, tempfile, numpy as np, torch
from tok import Tok; from layout import Layout, pad; from model import Dual, scores, DIM; from evaluate import index, best_spans
P = ['The mayor of Larkhaven opened a new footbridge over the River Tamsin on Tuesday.', 'It cost 4.2 million crowns, twice what the council had planned, and took three years to build.',
     '“We have waited too long for this,” said Orla Fenwick, who runs the bakery on the east bank.', 'Her shop lost a third of its customers when the old bridge was closed in 2019.',
     'Engineers from Brandt & Sohn will inspect the cables every spring.', 'Larkhaven’s mayor, Edda Quill, cuts the ribbon on the new bridge (Photo: J. Marsh)']
Q = ['Who opened the footbridge?', 'how much did the bridge cost', 'What did the baker say about the wait?', 'When was the railway station closed?']; TITLE = 'Larkhaven gets its bridge back'
def run(jar, model, rows, threads=2):
    here = os.path.dirname(os.path.abspath(__file__)); out = []
    with tempfile.TemporaryDirectory() as d:
        with open(d + '/in', 'wb') as f:
            f.write(struct.pack('>i', len(rows)))
            for r in rows: f.write(struct.pack(f'>i{len(r)}i', len(r), *r))
        subprocess.run(['java', '-cp', jar, here + '/RunOnnx.java', model, d + '/in', d + '/out', str(threads)], check=True); b = open(d + '/out', 'rb').read(); k = 0
        for r in rows:
            o = {}
            for n in ('hidden', 'tokens', 'start', 'end', 'null', 'question'):
                c = struct.unpack_from('>i', b, k)[0]; o[n] = torch.from_numpy(np.frombuffer(b, '>f4', c, k + 4).astype(np.float32).reshape((len(r), -1) if n != 'question' else (3, -1))); k += 4 + 4 * c
            out.append(o)
    return out
def as_question(rows):
    n = max(len(r['hidden']) for r in rows); tk = torch.zeros(len(rows), n, DIM); m = torch.zeros(len(rows), n)
    for i, r in enumerate(rows): k = len(r['hidden']); tk[i, :k] = r['tokens']; m[i, :k] = 1
    return dict(vec=torch.nn.functional.normalize(torch.stack([r['hidden'].mean(0) for r in rows]), dim=-1), tok=tk, mask=m, v=torch.stack([r['question'] for r in rows]))
def as_passages(wins, rows):
    """windows (ids, own) and their outputs, in article order"""
    p = {k: [] for k in ('vec', 'tok', 'start', 'end', 'null', 'seg')}; n = 0
    for (_, own), r in zip(wins, rows):
        own = torch.tensor(own)
        for j in range(int(own.max()) + 1):
            k = own == j; p['vec'].append(r['hidden'][k].mean(0)); p['null'].append(r['null'][k].mean(0)); p['seg'].append(torch.full((int(k.sum()),), n)); n += 1
            for a, b in (('tok', 'tokens'), ('start', 'start'), ('end', 'end')): p[a].append(r[b][k])
    return dict(vec=torch.nn.functional.normalize(torch.stack(p['vec']), dim=-1), null=torch.stack(p['null']), P=n, **{k: torch.cat(p[k]) for k in ('tok', 'start', 'end', 'seg')})
def answer(q, p, off, bias):
    pooled, sim, st, en, null = scores(q, p, bias=bias); best, s, e = best_spans(st, en, p['seg'], torch.tensor([o is not None for o in off]), p['P']); return pooled, sim, best, null, s, e
if __name__ == '__main__':
    ap = argparse.ArgumentParser(); ap.add_argument('pt'); ap.add_argument('--onnx', required=True); ap.add_argument('--vocab', required=True); ap.add_argument('--model', required=True); ap.add_argument('--jar', required=True); ap.add_argument('--out', required=True); A = ap.parse_args()
    sd = torch.load(A.pt, map_location='cpu'); m = Dual(); m.load_state_dict(sd['model']); m.eval(); lay = Layout(Tok(A.vocab), **sd['layout']); wins = lay.windows(TITLE, P); qs = [lay.question(x) for x in Q]; bias = float(m.bias.detach())
    off = [o for t in P for o in lay.own_offsets(t)]; O = run(A.jar, A.model, [w[0] for w in wins] + qs); got = answer(as_question(O[len(wins):]), as_passages(wins, O[:len(wins)]), off, bias)
    with torch.no_grad(): ref = answer(m.question(*pad(qs)), index(m, lay, TITLE, P), off, bias)
    print('largest difference int8 / float: pooled %.4f maxsim %.4f span %.4f null %.4f' % tuple(float((a - b).abs().max()) for a, b in zip(got[:4], ref[:4])), 'same spans', int(((got[4] == ref[4]) & (got[5] == ref[5])).sum()), 'of', got[4].numel())
    r = lambda x: [[round(float(v), 5) for v in y] for y in x]; pooled, sim, best, null, s, e = got
    json.dump(dict(layout=sd['layout'], bias=bias, headline=TITLE, passages=[dict(text=t, ids=w[0], own_from=w[1].index(0)) for t, w in zip(P, wins)], questions=[dict(text=t, ids=i) for t, i in zip(Q, qs)],
        pooled=r(pooled), maxsim=r(sim), span=r(best), null=r(null), phrase=r(best - 2 * null), span_chars=[[[off[int(a)][0], off[int(b)][1]] for a, b in zip(x, y)] for x, y in zip(s, e)], span_text=[[t[off[int(a)][0]:off[int(b)][1]] for t, a, b in zip(P, x, y)] for x, y in zip(s, e)]), open(A.out, 'w'), indent=1, ensure_ascii=False)
