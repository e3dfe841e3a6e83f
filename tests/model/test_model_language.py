"""Which language a text is in: English unless another one is plain."""

from __future__ import annotations

import pytest

from tui.model.language import ENGLISH, UNKNOWN, language_name, language_of

OTHERS = {
    "fr": "La municipalité a voté hier soir la fermeture du marché couvert. « Nous n’avons"
    " pas le choix », a dit le"
    " maire, qui attend une réponse de la région avant la fin du mois.",
    "de": "Der Stadtrat hat am Montag beschlossen, die alte Mühle zu verkaufen. „Wir haben"
    " lange gewartet“, sagte"
    " die Bürgermeisterin, die mit dem Käufer noch nicht gesprochen hat.",
    "es": "El ayuntamiento cerrará el puente durante tres semanas. «No hay dinero para"
    " más», dijo la alcaldesa, que"
    " pidió a los vecinos que usen el camino del río.",
    "it": "Il sindaco ha chiuso la piscina comunale per due mesi. «Non è una scelta"
    " facile», ha detto ai giornalisti,"
    " ma i lavori sono necessari e la spesa è già nel bilancio.",
    "nl": "De gemeente sluit het zwembad voor drie maanden. „Wij hebben geen keus”, zei de"
    " wethouder, die met de"
    " bewoners van de wijk wil praten over wat er moet gebeuren.",
    "cy": "Mae’r cyngor wedi penderfynu cau’r bont am fis. “Does dim dewis,” meddai’r"
    " arweinydd, ac mae’r gwaith yn"
    " dechrau yn y gwanwyn os bydd yr arian ar gael gan y llywodraeth.",
    "ga": "Tá an chomhairle chun an droichead a dhúnadh ar feadh míosa. “Níl an dara rogha ann,” a dúirt an"
    " cathaoirleach, agus beidh an obair ag tosú go luath sa bhliain.",
    "pl": "Rada miasta zamknie most na trzy tygodnie. „Nie mamy wyboru”, powiedziała"
    " burmistrz, która jest w urzędzie"
    " od roku i czeka na pieniądze z województwa, ale nie wie, czy będą.",
    "pt": "A câmara vai fechar a ponte durante três semanas. “Não há outra forma”, disse o"
    " presidente, que espera uma"
    " resposta do governo até ao fim do mês e não quer mais atrasos.",
    "sv": "Kommunen stänger bron i tre veckor. ”Vi har inget val”, säger ordföranden, som"
    " väntar på att pengarna ska"
    " komma från staten och inte vill att det blir dyrare för dem som bor där.",
    "ru": "Городской совет закроет мост на три недели. «У нас нет выбора», — сказала мэр,"
    " которая ждёт ответа.",
    "uk": "Міська рада закриє міст на три тижні. «Ми не маємо вибору», — сказала міська голова.",
    "ja": "市議会は来月から三週間、橋を閉鎖すると決めた。「ほかに方法がない」と市長は語った。",
    "zh": "市议会决定从下月起关闭大桥三周。市长说，没有别的办法，居民可以走河边的路。",
    "ar": "قرر مجلس المدينة إغلاق الجسر لمدة ثلاثة أسابيع. وقالت رئيسة البلدية إنه لا يوجد خيار آخر.",
    "el": "Το δημοτικό συμβούλιο θα κλείσει τη γέφυρα για τρεις εβδομάδες, είπε η δήμαρχος.",
    "ko": "시의회는 다음 달부터 삼 주 동안 다리를 닫기로 했다. 시장은 다른 방법이 없다고 말했다.",
}
ENGLISH_TEXTS = (
    "",
    "Bridge to close",
    "Le Monde",
    "Aston Villa 2, Real Madrid 1\nDe Bruyne 14, De Jong 33, El Shaarawy 71",
    "The mayor said: “Nous n’avons pas le choix, c’est la vie, et je ne suis pas"
    " seul dans ce combat.” She would not"
    " say when the bridge is to open, and those who live by it are tired of waiting.",
    "“Der Stadtrat hat das beschlossen,” the sign in the hall read when it was put"
    " up by an angry neighbour of ours.",
    "Москва is what the label says, and the box was sent from there in March, the post office told us.",
    "Van den Berg, De Vries, Van Dijk, De Boer, Van de Beek, De Ligt, De Roon, Van"
    " der Sar, De Jong, Te Kloese",
    "Menu: soupe de poisson, tarte aux pommes, crème de marrons",
)


@pytest.mark.parametrize("code", list(OTHERS))
def test_a_text_in_another_language_is_told_by_its_script_or_its_small_words(code: str) -> None:
    assert language_of(OTHERS[code]) == code
    assert language_name(code) not in ("English", "another language")


@pytest.mark.parametrize("text", ENGLISH_TEXTS)
def test_short_texts_and_english_with_foreign_words_stay_english(text: str) -> None:
    assert language_of(text) == ENGLISH


def test_an_alphabet_of_many_languages_alone_tells_none() -> None:
    assert language_of("Град сутра поново отвара стари мост преко реке, каже") == UNKNOWN
    assert language_name(UNKNOWN) == "another language"
