"""Jupyter's own test suite for kernels, run against the course's kernel (kernelspec lstm-course)."""

import unittest

import jupyter_kernel_test


class CourseKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "lstm-course"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oh");'
    code_generate_error = 'throw new System.InvalidOperationException("meant");'
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": "new[] { 0.5, 1 }", "result": "[0.5, 1]"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>x</b>"));', "mime": "text/html"},
        {"code": 'display(Markdown("**x**"));', "mime": "text/markdown"},
        {"code": 'display("<svg/>", "image/svg+xml");', "mime": "image/svg+xml"},
    ]
    completion_samples = [
        {"text": "Console.WriteLi", "matches": {"WriteLine"}},
        {"text": '"text".StartsWi', "matches": {"StartsWith"}},
    ]
    complete_code_samples = ["1 + 2", "var x = 1;", "if (true) { }", "void F() { }", "// only a comment", ""]
    incomplete_code_samples = ["if (true) {", "void F(", "var x = new[] { 1,", 'var s = """', "/* a comment", "class C"]
    invalid_code_samples = [") (", "int 5x = 1;", 'var s = "open;']
    code_history_pattern = "1 ? 2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "clear_output();"
    # Offered only to kernels that open a pager; what ours has to say about a name it says on inspection.
    test_pager = None


class WelcomeTests(jupyter_kernel_test.IopubWelcomeTests if hasattr(jupyter_kernel_test, "IopubWelcomeTests") else unittest.TestCase):
    kernel_name = "lstm-course"
    support_iopub_welcome = True


if __name__ == "__main__":
    outcome = unittest.TextTestRunner(verbosity=2).run(unittest.defaultTestLoader.loadTestsFromModule(__import__("__main__")))
    wrong = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - len(outcome.skipped) - wrong} passed, {wrong} failed")
