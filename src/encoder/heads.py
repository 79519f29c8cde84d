"""python heads.py --onnx e5-small-v2.onnx --vocab tokenizer.json --shared DIR --lab DIR --layout head --out heads.pt [--wiki 6 --epochs 12]
Fits only the heads of the dual encoder on the frozen encoder: every window and question is encoded once, the rest takes seconds. A quick start, and the floor that
train.py has to beat."""
import argparse, random, time, torch
from tok import Tok; from layout import Layout; from model import Dual; import corpora as C, train as T
ap = argparse.ArgumentParser(); ap.add_argument('--onnx', required=True); ap.add_argument('--vocab', required=True); ap.add_argument('--shared', required=True); ap.add_argument('--lab'); ap.add_argument('--layout', default='head'); ap.add_argument('--before', type=int, default=96); ap.add_argument('--limit', type=int, default=320)
ap.add_argument('--wiki', type=int, default=6); ap.add_argument('--epochs', type=int, default=12); ap.add_argument('--lr', type=float, default=2e-3); ap.add_argument('--tok-lr', type=float, default=2e-4); ap.add_argument('--boost', type=int, default=2); ap.add_argument('--threads', type=int, default=2); ap.add_argument('--seed', type=int, default=1); ap.add_argument('--out', default='heads.pt')
A = ap.parse_args(); torch.set_num_threads(A.threads); torch.manual_seed(A.seed); rng = random.Random(A.seed); spec = dict(name=A.layout, before=A.before, limit=A.limit, types=False); lay = Layout(Tok(A.vocab), **spec); m = Dual().load_onnx(A.onnx).eval(); t0 = time.time()
arts = [a for a in C.load_train(A.shared, A.lab, rng) if a['src'] in ('lab', 'squad2', 'wiki')]; w = [a for a in arts if a['src'] == 'wiki']; rng.shuffle(w); arts = [a for a in arts if a['src'] == 'lab'] + [a for a in arts if a['src'] == 'squad2'][:2] + w[:A.wiki]
V = T.Visits(arts, lay, rng, 2200, 90, A.boost, {}); cache, n = [], 0
for v in V.epoch():
    b = V.build(v)
    if not len(b[0]): continue
    with torch.no_grad():
        o = b[3].sum(1).argsort(); h = torch.zeros(*b[2].shape, 384)
        for i in range(0, len(o), 8): k = o[i:i + 8]; l = int(b[3][k].sum(1).max()); h[k, :l] = m.hidden(b[2][k, :l], b[3][k, :l], b[4][k, :l])
        cache.append((m.hidden(b[0], b[1], torch.zeros_like(b[0])), h, b)); n += len(b[0])
print(f'{len(cache)} stretches, {n} questions, {time.time() - t0:.0f} s to encode', flush=True)
heads = {k: v for k, v in m.named_parameters() if k.split('.')[0] in Dual.HEADS}; opt = torch.optim.AdamW([dict(params=[v for k, v in heads.items() if k != 'tok.weight']), dict(params=[heads['tok.weight']], lr=A.tok_lr)], lr=A.lr, weight_decay=.01)
sched = torch.optim.lr_scheduler.OneCycleLR(opt, [A.lr, A.tok_lr], total_steps=A.epochs * len(cache)); t0 = time.time()
for e in range(A.epochs):
    acc = [0.] * 6; rng.shuffle(cache)
    for hq, hp, b in cache:
        L = T.losses(m.question_from(hq, b[1]), m.passages_from(hp, b[5]), m.scale, m.bias, *b[6:]); sum(x * y for x, y in zip((0., 1., 1., 1., .5, .5), L)).backward(); opt.step(); sched.step(); opt.zero_grad(set_to_none=True); acc = [x + float(y.detach()) / len(cache) for x, y in zip(acc, L)]
    print(f'{time.time() - t0:.0f} s epoch {e}', 'pooled %.3f maxsim %.3f phrase %.3f span %.3f global %.3f null %.3f' % tuple(acc), flush=True)
torch.save(dict(model=m.state_dict(), layout=spec, args=vars(A)), A.out)
