"""Ways of saying that there is nothing to say, where one can; apostrophes are left out."""

from collections.abc import Mapping

NOTHINGS: Mapping[str, str] = {
    "en": (
        "nothing, no nothing, nope nothing, nothing for now, nothing special, nothing at the "
        "moment, all good, nope all good, no all good, everythings fine, none"
    ),
    "es": (
        "nada, no nada, nada por ahora, por ahora nada, nada de momento, de momento nada, nada "
        "especial, nada mas, todo bien, no todo bien, ninguna, ninguno"
    ),
    "fr": (
        "rien, non rien, rien du tout, rien de special, rien de particulier, rien pour linstant, "
        "pour linstant rien, rien pour le moment, rien dautre, non ca va, non cest bon, non c bon, "
        "tout va bien, non tout va bien, aucun, aucune"
    ),
    "pt": (
        "nada, nao nada, nada por agora, por agora nada, nada de momento, de momento nada, nada "
        "por enquanto, por enquanto nada, nada de especial, nada demais, mais nada, esta tudo "
        "bem, tudo bem, nao esta tudo bem, nenhum, nenhuma"
    ),
}
