-- Two Latin letters or digits beside each other are in very many products: `grams` also holds every four of them, so
-- that a model number is found by few. Products indexed before get theirs here.
update search.product_words as w set edition = 3, grams = grams || array(
  select distinct substr(found[1], place, 4)
  from regexp_matches(concat_ws(E'\n', name_text, label_text, spec_text, body_text), '[a-z0-9]{4,}', 'g') as found
  cross join generate_series(1, length(found[1]) - 3) as place
) where edition = 2;
