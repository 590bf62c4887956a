"""Words of fear or harm: a person should read them, whatever was asked."""

from collections.abc import Mapping
from functools import lru_cache

from flows.reading import words

PHRASES: Mapping[str, str] = {
    "en": (
        "hits me, hit me, hitting me, beats me, beat me, beating me, hurts me, hurt me, "
        "hurting me, slaps me, slapped me, kicks me, kicked me, punches me, punched me, "
        "pushes me, pushed me, chokes me, touches me, touched me, touching me, touches my, "
        "touched my, grabs me, grabbed me, kisses me, kissed me, scares me, scared of him, "
        "scared of her, scared of them, im scared, i am scared, so scared, afraid of him, "
        "afraid of her, afraid of them, im afraid of, threatens me, threatened me, "
        "threatens to, threatened to, yells at me, yelled at me, shouts at me, shouted at me, "
        "screams at me, bullies me, bullied me, bullying me, abuses me, abused me, abusing me, "
        "abuse, abusive, harasses me, harassed me, harassing me, stalks me, stalking me, "
        "follows me home, followed me home, raped, rape, molested, not safe, unsafe, "
        "dont feel safe, do not feel safe, kill me, kill myself, hurt myself, cut myself, "
        "cutting myself, want to die, wanna die, end my life, suicide, suicidal, self harm, "
        "my nudes, nudes, asks for pics, sends me pics"
    ),
    "es": (
        "me pega, me pegan, me pego, me pegaron, me golpea, me golpean, me golpeo, me lastima, "
        "me lastimo, me hace dano, me hizo dano, me toca la, me toca el, me toca las, "
        "me toca los pechos, me toco la, me toco el, me toca y, me manosea, me manoseo, "
        "me besa, me beso, me empuja, me empujo, me agarra, me agarro, me grita, me gritan, "
        "me grito, me insulta, me insulto, me humilla, me amenaza, me amenazo, me amenazan, "
        "me acosa, me acoso, me sigue a casa, me persigue, me da miedo, me dan miedo, "
        "me dio miedo, tengo miedo, tengo mucho miedo, con miedo, miedo de el, miedo a el, "
        "miedo de ella, me asusta, abusa de mi, abuso de mi, abuso, abusivo, me violo, "
        "violacion, violo, no me siento segura, no me siento seguro, insegura, inseguro, "
        "no estoy segura aqui, matarme, me quiero matar, me quiero morir, quiero morir, "
        "quiero morirme, suicidarme, suicidio, hacerme dano, me corto, cortarme, "
        "me pide fotos, me manda fotos"
    ),
    "fr": (
        "me frappe, me frappent, ma frappe, ma frappee, me tape, ma tape, ma tapee, me bat, "
        "ma battu, ma battue, me fait mal, me font mal, ma fait mal, me touche, me touchent, "
        "ma touche, ma touchee, me tripote, membrasse, ma embrasse, ma embrassee, me pousse, "
        "ma pousse, mattrape, me crie dessus, crie sur moi, me hurle dessus, hurle sur moi, "
        "minsulte, mhumilie, me menace, ma menace, ma menacee, me menacent, me harcele, "
        "ma harcele, ma harcelee, harcelement, me suit, ma suivi, ma suivie, me fait peur, "
        "me font peur, ma fait peur, jai peur, j ai peur, g peur, peur de lui, peur delle, "
        "peur deux, meffraie, me terrifie, abuse de moi, a abuse de moi, ma viole, ma violee, "
        "viol, violee, agression, ma agressee, pas en securite, en danger, me tuer, "
        "envie de mourir, veux mourir, me suicider, suicide, me faire du mal, me mutile, "
        "me scarifie, me demande des photos, menvoie des photos"
    ),
    "pt": (
        "me bate, me batem, me bateu, me bateram, bate em mim, bateu em mim, me machuca, "
        "me machucou, me machucam, me agride, me agrediu, me toca, me tocou, toca em mim, "
        "tocou em mim, passa a mao em mim, passou a mao em mim, me apalpa, me beija, me beijou, "
        "me empurra, me empurrou, me agarra, me agarrou, grita comigo, gritou comigo, "
        "me xinga, me xingou, me humilha, me ameaca, me ameacou, me ameacam, me persegue, "
        "me assedia, me assediou, assedio, me segue, me da medo, me deu medo, tenho medo, "
        "to com medo, estou com medo, medo dele, medo dela, me assusta, me assustou, "
        "abusa de mim, abusou de mim, abuso, abusivo, me estuprou, estupro, nao me sinto segura, "
        "nao me sinto seguro, insegura, inseguro, em perigo, me matar, quero morrer, suicidio, "
        "me cortar, me corto, me pede fotos, me manda fotos, pede nudes, nudes"
    ),
}


@lru_cache(maxsize=8)
def phrases(language: str) -> frozenset[str]:
    """The words of a person's language, and the English ones."""
    own = PHRASES.get(language[:2], PHRASES["en"])
    return frozenset((*words.spellings(own), *words.spellings(PHRASES["en"])))
