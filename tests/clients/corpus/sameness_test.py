"""Tests of the rule by which cells of two kernels are the same. Run: python3 -m unittest sameness_test"""

import unittest

import sameness


def cell(*outputs, status="ok"):
    return {"status": status, "outputs": list(outputs)}


def printed(text, name="stdout"):
    return {"kind": "stream", "name": name, "text": text}


def value(**data):
    return {"kind": "shown", "data": {key.replace("_", "/", 1): content for key, content in data.items()}}


def error(name, text, trace=()):
    return {"kind": "error", "name": name, "value": text, "trace": list(trace)}


def are_same(one, other):
    return sameness.same(sameness.facts(one), sameness.facts(other))


class SamenessTests(unittest.TestCase):
    def test_text_cut_into_messages_another_way_is_the_same(self):
        self.assertTrue(are_same(cell(printed("a"), printed("b\n")), cell(printed("ab\r\n"))))

    def test_text_that_differs_is_not_the_same(self):
        self.assertFalse(are_same(cell(printed("a b")), cell(printed("a  b"))))

    def test_output_in_another_order_is_not_the_same(self):
        self.assertFalse(are_same(cell(printed("a"), value(text_plain="1")), cell(value(text_plain="1"), printed("a"))))

    def test_a_plain_value_is_the_same_as_its_html(self):
        theirs = value(text_html='<div class="dni-plaintext"><pre>0.5 &lt; 1</pre></div><style>pre { color: red }</style>')
        self.assertTrue(are_same(cell(value(text_plain="0.5 < 1")), cell(theirs)))

    def test_marks_count_in_a_plain_value(self):
        self.assertFalse(are_same(cell(value(text_plain="a & b")), cell(value(text_plain="a b"))))

    def test_a_list_is_the_same_as_a_table_with_row_numbers(self):
        theirs = value(text_html="<table><thead><tr><th><i>index</i></th><th>value</th></tr></thead><tbody><tr><td>0</td><td>7</td></tr>"
                                 "<tr><td>1</td><td>-8.5</td></tr></tbody></table>")
        self.assertTrue(are_same(cell(value(text_plain="[7, -8.5]")), cell(theirs)))

    def test_another_number_in_a_list_is_not_the_same(self):
        self.assertFalse(are_same(cell(value(text_plain="[7, 8]")), cell(value(text_html="<pre>[ 7, -8 ]</pre>"))))

    def test_elements_that_say_something_have_to_be_there(self):
        self.assertFalse(are_same(cell(value(text_html="<b>x</b>")), cell(value(text_html="<pre>x</pre>"))))

    def test_a_drawing_is_not_its_text(self):
        self.assertFalse(are_same(cell(value(**{"image_svg+xml": "<svg/>"})), cell(value(text_plain="<svg/>"))))

    def test_json_is_the_same_however_it_is_sent(self):
        self.assertTrue(are_same(cell(value(application_json={"a": 1})), cell(value(application_json='{ "a": 1 }'))))

    def test_an_exception_counts_by_type_and_message(self):
        theirs = error("Error", "Submission#3+HeatException: too hot\n   at Submission#3.<<Initialize>>d__0.MoveNext()")
        self.assertTrue(are_same(cell(error("HeatException", "too hot"), status="error"), cell(theirs, status="error")))
        self.assertFalse(are_same(cell(error("HeatException", "too cold"), status="error"), cell(theirs, status="error")))

    def test_a_compilers_finding_counts_by_line_and_number(self):
        said = "cell 4, line 2: error CS0029: Cannot"
        ours = cell(error("CompilationError", said, [said]), status="error")
        theirs = [printed("\n(2,10): error CS0029: Cannot\n", "stderr"), error("Error", "compilation error")]
        self.assertTrue(are_same(ours, cell(*theirs, status="error")))
        theirs[0] = printed("\n(3,10): error CS0029: Cannot\n", "stderr")
        self.assertFalse(are_same(ours, cell(*theirs, status="error")))

    def test_what_dotnet_interactive_adds_to_every_first_cell_does_not_count(self):
        self.assertTrue(are_same(cell(), cell(value(text_html=f"<div id='{sameness.PROBE}-1'></div>"))))

    def test_numbers_of_volatile_cells_do_not_count(self):
        one, other = (sameness.facts(cell(value(text_plain=f"Wall time: {time} ms")), volatile=True) for time in ("1.25", "300"))
        self.assertTrue(sameness.same(one, other))


if __name__ == "__main__":
    unittest.main()
