"""Corpora in one shape. An article is dict(src, title, passages=[dict(text, kind, credit)], questions=[...]); a question is
dict(q, gold=passage index, pos=[indices that answer], span=(start, end) in the gold passage or None, kind, answerable)."""
import glob, json, os, random, re
from collections import Counter, defaultdict

HOLD_WIKI, HOLD_SQUAD2 = 12, 2     # so many articles at the end are kept for tests
WRITTEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'written'); KINDS = dict(h='headline', s='standfirst', c='caption')
SENT = re.compile(r'(?<=[.!?])["”’\')\]]*\s+(?=["“‘\'(\[]*[A-Z0-9])')

def passage_text(p):
    """what is encoded: a caption carries its credit, so that "who took the photo" has something to find"""
    return p['text'] + (f" (Photo: {p['credit']})" if p.get('credit') else '')

def credit_span(p):
    """where the credit stands in `passage_text`"""
    s = len(p['text']) + len(' (Photo: '); return s, s + len(p['credit'])

def squad(path, src, names=True):
    out = []
    for a in json.load(open(path, encoding='utf8'))['data']:
        P = a['paragraphs']; art = dict(src=src, title=a['title'].replace('_', ' ') if names else '', passages=[], questions=[]); index = {}
        for i, p in enumerate(P):
            index[p.get('id', i)] = i
            art['passages'].append(dict(text=p['context'], kind=p.get('kind', 'paragraph'), credit=p.get('credit')))
        for i, p in enumerate(P):
            for q in p['qas']:
                ans = q.get('answers') or []; item = dict(q=q['question'].strip(), gold=i, pos=[], span=None, kind=q.get('kind', ''), answerable=bool(ans) and not q.get('is_impossible'))
                if item['answerable']:
                    t, s = Counter((x['text'], x['answer_start']) for x in ans).most_common(1)[0][0]
                    if s < 0: s = passage_text(art['passages'][i]).rfind(t)          # the caption's credit
                    item.update(span=(s, s + len(t)) if s >= 0 else None, pos=[i] + [index[x] for x in q.get('also', []) if x in index])
                art['questions'].append(item)
        out.append(art)
    return out

def written(articles, questions, src='lab'):
    """questions written by hand: <questions>/<name>.jsonl on <articles>/<name>.json; an article keeps its name and its passages' ids"""
    out = []
    for f in sorted(os.listdir(questions)):
        if not f.endswith('.jsonl'): continue
        a = json.load(open(os.path.join(articles, f[:-1]), encoding='utf8')); ids = {p['id']: i for i, p in enumerate(a['passages'])}
        art = dict(src=src, name=f[:-6], ids=ids, title=a['title'], passages=[dict(text=p['text'], kind=p['kind'], credit=p.get('credit')) for p in a['passages']], questions=[])
        for l in open(os.path.join(questions, f), encoding='utf8'):
            if not l.strip(): continue
            q = json.loads(l); i = ids[q['passage']]; p = art['passages'][i]; a = q['answer']
            s, e = (-1, -1) if a is None else credit_span(p) if a == 'credit' else a
            art['questions'].append(dict(q=q['question'].strip(), gold=i, kind=q['kind'], answerable=a is not None, span=(s, e) if s >= 0 else None,
                                         pos=[i] + [ids[x] for x in q.get('also', [])] if a is not None else []))
        out.append(art)
    return out

def add_tabbed(art, path, weight, ids):
    """adds the questions of a file, each drawn `weight` times an epoch: lines of passage, kind, question, answer (empty: answered nowhere; =credit: the caption's credit), also"""
    for l in open(path, encoding='utf8'):
        if not l.strip(): continue
        at, kind, q, a, also = ([x.strip() for x in l.split('\t')] + [''] * 2)[:5]; i = ids[at]; p = art['passages'][i]
        span = None if not a else credit_span(p) if a == '=credit' else (p['text'].index(a), p['text'].index(a) + len(a))
        art['questions'].append(dict(q=q, gold=i, kind=kind, answerable=bool(a), span=span, pos=[i] + [ids[x.strip()] for x in also.split(',') if x.strip()] if a else [], w=weight))

def invented(path):
    """an article of written/invented, in blocks: HEADLINE: TEXT, then [ID] TEXT (credit: CREDIT)"""
    art = dict(src='lab', title='', ids={}, passages=[], questions=[])
    for b in re.split(r'\n\s*\n', open(path, encoding='utf8').read().strip()):
        b = re.sub('^HEADLINE:', '[headline]', ' '.join(b.split())); m = re.match(r'\[(headline|standfirst\d*|p\d+|c\d+)\] (.*?)(?:\s*\(credit: ([^()]+)\))?$', b)
        if not m or m[1] in art['ids']: raise ValueError(f'{path}: an id is missing or twice: {b[:80]}')
        art['ids'][m[1]] = len(art['passages']); art['passages'].append(dict(text=m[2], kind=KINDS.get(m[1][0], 'paragraph'), credit=m[3]))
    return dict(art, title=art['passages'][0]['text'])

def labelled(folder, src):
    """passages.json + questions.jsonl: `relevant`, `answer` (several strings)"""
    P = json.load(open(os.path.join(folder, 'passages.json'), encoding='utf8')); ids = {p['id']: i for i, p in enumerate(P)}
    art = dict(src=src, title=next((p['text'] for p in P if p['kind'] == 'headline'), ''), passages=[dict(text=p['text'], kind=p['kind'], credit=p.get('credit')) for p in P], questions=[])
    for l in open(os.path.join(folder, 'questions.jsonl'), encoding='utf8'):
        if not l.strip(): continue
        q = json.loads(l); pos = [ids[x] for x in q['relevant'] if x in ids]; span = None
        if pos and q['answerable']:
            t = passage_text(P[pos[0]])
            for x in q['answer'] or []:
                if x in t: span = (t.find(x), t.find(x) + len(x)); break
        art['questions'].append(dict(q=q['question'].strip(), gold=pos[0] if pos else 0, pos=pos if q['answerable'] else [], span=span, kind=q['kind'], answerable=q['answerable'], answers=q['answer']))
    return [art]

def _detok(tokens):
    m = {'-LRB-': '(', '-RRB-': ')', '-LSB-': '[', '-RSB-': ']', '-LCB-': '{', '-RCB-': '}', '``': '"', "''": '"'}
    t, off, opened = '', [], False
    for k in tokens:
        w = m.get(k, k); glue = not t or w in ',.;:?!)]%' or w.startswith("'") and len(w) > 1 or w == "n't" or t[-1] in '([$' or (w == '"' and k == "''") or (t[-1] == '"' and opened)
        if k == '``': opened = True
        elif t and t[-1] == '"': opened = False
        if not glue: t += ' '
        off.append((len(t), len(t) + len(w))); t += w
    return t, off

def qamr(folder, rng, group=14):
    """QAMR: one sentence a passage. Wikinews sentences of neighbouring documents make an "article"."""
    S = dict(l.rstrip('\n').split('\t')[:2] for l in open(os.path.join(folder, 'qamr-sent.tsv'), encoding='utf8'))
    T = {k: _detok(v.split(' ')) for k, v in S.items() if 'wikinews' in k}; rows, seen = defaultdict(list), set()
    for f in ('dev', 'test'):
        for l in open(os.path.join(folder, f'qamr-{f}.tsv'), encoding='utf8'):
            c = l.rstrip('\n').split('\t'); k = c[0]; i = sorted(map(int, c[6].split()))
            if k not in T or not i or i[-1] - i[0] + 1 != len(i) or (k, c[5]) in seen: continue
            seen.add((k, c[5])); rows[k].append((c[5], T[k][1][i[0]][0], T[k][1][i[-1]][1]))
    keys = sorted((k for k in T if rows[k]), key=lambda k: [int(x) if x.isdigit() else x for x in k.split(':')[2:]]); out = []
    for i in range(0, len(keys), group):
        K = keys[i:i + group]; art = dict(src='qamr', title='', passages=[dict(text=T[k][0], kind='paragraph', credit=None) for k in K], questions=[])
        for j, k in enumerate(K):
            for q, s, e in rng.sample(rows[k], min(3, len(rows[k]))): art['questions'].append(dict(q=q, gold=j, pos=[j], span=(s, e), kind='qamr', answerable=True))
        out.append(art)
    return out

def chunks(arts, size):
    """single-paragraph "articles" (Reddit, Amazon come as one article of thousands) cut into groups"""
    out = []
    for a in arts:
        for i in range(0, len(a['passages']), size):
            Q = [dict(q, gold=q['gold'] - i, pos=[x - i for x in q['pos']]) for q in a['questions'] if i <= q['gold'] < i + size]
            out.append(dict(a, title='', passages=a['passages'][i:i + size], questions=Q))
    return out

# ------------------------------------------------------------------------------------------------ augmentation
STOP = set('a an the of in on at to for by with from and or as is are was were be been being it its this that these those did do does has have had'.split())
CAP = re.compile(r"\b[A-Z][a-zA-Z’'-]+(?: [A-Z][a-zA-Z’'-]+)*\b|\b\d[\d,.]*\d\b|\b\d\b")
def typo(w, rng):
    if len(w) < 5 or not w.isalpha(): return w
    i = rng.randrange(1, len(w) - 2); r = rng.random()
    return w[:i] + w[i + 1] + w[i] + w[i + 2:] if r < .4 else w[:i] + w[i + 1:] if r < .7 else w[:i] + w[i] + w[i:]
def noisy(q, rng):
    """the question as it may be typed in a chat"""
    r = rng.random()
    if r < .60: return q
    if r < .78: return re.sub(r'[?.!,]', '', q).lower()
    if r < .86: w = q.split(); k = rng.randrange(len(w)); w[k] = typo(w[k], rng); return ' '.join(w)
    if r < .93: w = [x for x in re.sub(r'[?.!,]', '', q).lower().split() if x not in STOP]; return ' '.join(w) if len(w) > 1 else q
    m = re.match(r'(who) (did|do|does|has|had|is|are|was|were) (.*)', q, re.I)
    if m and rng.random() < .7: return ('Whom ' if m[1][0] == 'W' else 'whom ') + m[2] + ' ' + m[3] if m[2] in ('did', 'do', 'does') else q
    return rng.choice(['Please tell me: ', 'Does the article say ', 'According to the article, ', 'Can you tell me ']) + q[0].lower() + q[1:]
def swapped(q, texts, rng):
    """the question with one name or number exchanged for another of the article (probably unanswerable), or None"""
    m = [y for y in CAP.finditer(q) if y.start() > 0]
    o = [y for y in CAP.findall(' '.join(texts)) if y.lower() not in q.lower() and q.lower() not in y.lower() and len(y) > 1]
    if not m or not o: return None
    y = rng.choice(m); same = [z for z in o if z[0].isdigit() == y.group()[0].isdigit() and abs(len(z.split()) - len(y.group().split())) < 2]
    return q[:y.start()] + rng.choice(same) + q[y.end():] if same else None
def without(text, s, e):
    """the passage without the sentence that holds [s, e), or None"""
    b = [0] + [m.end() for m in SENT.finditer(text)] + [len(text)]
    t = ''.join(text[x:y] for x, y in zip(b, b[1:]) if not (x < e and s < y)).strip()
    return t if len(t) > 60 and text[s:e].lower() not in t.lower() else None

def encyclopedia(shared, hold_wiki=HOLD_WIKI, hold_squad2=HOLD_SQUAD2):
    return squad(os.path.join(shared, 'squad/wiki.json'), 'wiki')[:-hold_wiki], squad(os.path.join(shared, 'squad/squad2.json'), 'squad2')[:-hold_squad2]

def load_train(shared, lab=None, rng=None):
    """for the encoder"""
    rng = rng or random.Random(1); j = lambda *x: os.path.join(shared, *x); wiki, squad2 = encyclopedia(shared); out = wiki + squad2
    out += chunks(squad(j('reader/data/reddit.json'), 'reddit'), 14) + chunks(squad(j('reader/data/amazon.json'), 'amazon'), 14) + qamr(j('reader/data'), rng)
    if lab: out += written(os.path.join(lab, 'articles'), os.path.join(lab, 'questions'))
    return out

def load_weighted(shared, lab, rng, W):
    """for the reader, with what is in written/; W: how often a question is drawn an epoch, by source; of NAME.f.tsv, follow-ups, apart. wikiNN_M.tsv is on the article NN of wiki.json, whose ids are its paragraphs' numbers"""
    files = lambda kind: sorted(glob.glob(os.path.join(WRITTEN, kind, '*.tsv'))); name = lambda f: os.path.basename(f).split('.')[0]
    wiki, squad2 = encyclopedia(shared); news = written(os.path.join(lab, 'articles'), os.path.join(lab, 'questions')); out = wiki + squad2 + (qamr(os.path.join(shared, 'reader/data'), rng) if W['qamr'] else []) + news
    for a in out:
        for q in a['questions']: q['w'] = W[a['src']]
    for f in files('wiki'): a = wiki[int(name(f)[4:6])]; add_tabbed(a, f, W['wikinew'], {str(i): i for i in range(len(a['passages']))})
    fiction = {os.path.basename(f)[:-4]: invented(f) for f in sorted(glob.glob(os.path.join(WRITTEN, 'invented', '*.txt')))}
    named = fiction | {a['name']: a for a in news}
    for kind, drawn in (('news', 'labnew'), ('invented', 'fic')):
        for f in files(kind): a = named[name(f)]; add_tabbed(a, f, W['followup' if f.endswith('.f.tsv') else drawn], a['ids'])
    return out + list(fiction.values())

def load_tests(shared, hold_wiki=HOLD_WIKI, hold_squad2=HOLD_SQUAD2):
    j = lambda *x: os.path.join(shared, *x)
    t = dict(dev=squad(j('train/news.json'), 'dev'), wiki=squad(j('squad/wiki.json'), 'wiki')[-hold_wiki:], squad2=squad(j('squad/squad2.json'), 'squad2')[-hold_squad2:], gold=labelled(j('gold'), 'gold'), news=[])
    for n in sorted(os.listdir(j('news'))): t['news'] += labelled(j('news', n), n)
    return t
if __name__ == '__main__':
    import sys
    A = load_train(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None); c = Counter(); 
    for a in A: c[a['src'], 'articles'] += 1; c[a['src'], 'passages'] += len(a['passages']); c[a['src'], 'questions'] += len(a['questions']); c[a['src'], 'spans'] += sum(q['span'] is not None for q in a['questions'])
    for k, v in c.items(): print(k, v)
    for k, v in load_tests(sys.argv[1]).items(): print(k, len(v), sum(len(a['questions']) for a in v), sum(not q['answerable'] for a in v for q in a['questions']), sum(q['span'] is None and q['answerable'] for a in v for q in a['questions']))
