"""python fitting.py SHARED OUT    writes what the ranker is fitted to beside news, in SQuAD's format: OUT/invented.json, the articles of written/fitting, which no reader
was trained on, without follow-ups; OUT/wiki.json and OUT/squad2.json, the shortest of the encyclopedia's articles that readers are trained on"""
import glob, json, os, sys
import corpora as C

def shortest(articles, n): return sorted(articles, key=lambda a: sum(len(p['qas']) for p in a['paragraphs']))[:n]

def written(path):
    """an article of written/fitting with its questions"""
    a = C.invented(path); C.add_tabbed(a, path[:-4] + '.tsv', 1, a['ids']); names = list(a['ids']); P = [dict(id=i, kind=p['kind'], context=p['text'], credit=p['credit'], qas=[]) for i, p in zip(names, a['passages'])]
    for n, q in enumerate(a['questions']):
        if q['kind'] == 'followup': continue
        t = C.passage_text(a['passages'][q['gold']]); p = P[q['gold']]; s = q['span']
        p['qas'].append(dict(id=f"{os.path.basename(path)[:-4]}-{n}", question=q['q'], kind=q['kind'], is_impossible=not q['answerable'], answers=[dict(text=t[s[0]:s[1]], answer_start=s[0] if s[1] <= len(p['context']) else -1)] if s else [], also=[names[i] for i in q['pos'][1:]]))
    return dict(title=a['title'], paragraphs=P)

def main(shared, out):
    sets = dict(invented=[written(f) for f in sorted(glob.glob(os.path.join(C.WRITTEN, 'fitting', '*.txt')))])
    for name, hold, n in (('wiki', C.HOLD_WIKI, 8), ('squad2', C.HOLD_SQUAD2, 2)): sets[name] = shortest(json.load(open(os.path.join(shared, 'squad', name + '.json'), encoding='utf8'))['data'][:-hold], n)
    for name, data in sets.items(): json.dump(dict(data=data), open(os.path.join(out, name + '.json'), 'w', encoding='utf8'))

if __name__ == '__main__': main(*sys.argv[1:3])
