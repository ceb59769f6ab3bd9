"""From characters to tokens: orthography, tokens with clitics, sentences and quotation marks. No meaning lives here."""
