"""python articles.py SHARED OUT    writes the articles that questions/ is about, read from SHARED/pages, as OUT/NAME.json. Left out: those that questions
to measure with are about (SHARED/train, SHARED/news, SHARED/gold), and what is no news article in English."""
import glob, json, os, sys
shared, out = sys.argv[1:3]; os.makedirs(out, exist_ok=True)
train = {a['title'].strip() for a in json.load(open(os.path.join(shared, 'train/news.json'), encoding='utf8'))['data']}
skip = ('Sinwar', 'Mugabe', 'House China Committee', 'ICJ', 'Mother of All', 'Kim Jong', 'URhulumente', 'UGigaba', 'Isihluku', 'heated clothes airers'); seen = set()
for f in sorted(glob.glob(os.path.join(shared, 'pages', '*.json'))):
    n = os.path.basename(f)[:-5]
    for k, v in json.load(open(f, encoding='utf8')).items():
        t = (v.get('title') or '').replace('\xa0', ' ').strip()
        if not t or t in seen or any(t[:40] == x[:40] for x in train) or any(s in t for s in skip) or n.startswith(('za-Eyethu', 'za-Diz', 'za-Iso')): continue
        seen.add(t); P = [dict(id='headline', kind='headline', text=t, credit=None)]; b = v['body']
        for i, s in enumerate(b.get('summary') or []): P.append(dict(id='standfirst' if i == 0 else f'standfirst{i + 1}', kind='standfirst', text=s, credit=None))
        paras = [p.replace('\xa0', ' ').strip() for s in b['sections'] for p in s['paragraphs']]
        P += [dict(id=f'p{i}', kind='paragraph', text=p, credit=None) for i, p in enumerate([p for p in paras if len(p) >= 25][:45], 1)]
        captions = {}
        for im in v.get('images') or []:
            c = im.get('caption')
            if isinstance(c, str) and len(c) > 15: captions.setdefault(c, ', '.join(im.get('authors') or []) or None)
        P += [dict(id=f'c{j}', kind='caption', text=c.strip(), credit=a) for j, (c, a) in enumerate(captions.items(), 1)]
        json.dump(dict(name=f'{n}-{k}', title=t, passages=[p for p in P if p['text']]), open(os.path.join(out, f'{n}-{k}.json'), 'w', encoding='utf8'), ensure_ascii=False, indent=1)
