import pytest, time
from tests import factories as f
from news.spreadsheets.kinds import KINDS
from news.spreadsheets.examination import examine
from news.spreadsheets.entering import enter
pytestmark = pytest.mark.django_db
def test_perf():
    places=[f.PlaceFactory(name=f"Town {n}") for n in range(100)]
    N=200
    rows=[(n+2,{"place":f"Town {n%100}, AL","type":["other_agreement","hsi_task_force","detainer_policy"][n//100],"title":f"Policy {n}","direction":"adds","event_1":"lea_signed","event_1_date":"2025-03-04","source_url":f"https://a.example/{n%50}","source_title":f"T{n%50}"}) for n in range(N)]
    k=KINDS["policies"]
    for what, go in (("examine",examine),("enter",enter),("again",examine)):
        c,t=time.process_time(),time.time()
        p=go(k,rows)
        print("PERF",what,N,"cpu",round((time.process_time()-c)/N*1000,1),"ms/row","wall",round((time.time()-t)/N*1000,1))
    assert 0
