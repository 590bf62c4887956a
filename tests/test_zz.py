import time, asyncio
from tests import product
from assistant import installation


async def test_a(database_url):
    for _ in range(2):
        t = time.time()
        async with product.around() as w:
            print("around", time.time() - t)
            t = time.time()
            async with product.serving(w, database_url):
                print("serving", time.time() - t)
                t = time.time()
                await asyncio.to_thread(installation.prepare, w.settings)
                print("prepare", time.time() - t)
                t = time.time()
                w.telegram.person(7).says("bridge")
                await w.telegram.person(7).hears(1)
                print("one", time.time() - t)
                t = time.time()
                await w.quiet()
                t = time.time()
            print("down", time.time() - t)
            t = time.time()
        print("around down", time.time() - t)
