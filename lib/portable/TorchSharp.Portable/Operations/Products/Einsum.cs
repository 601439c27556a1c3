namespace TorchSharp.Operations;

/// <summary>
/// Einstein's summation: letters name dimensions, letters missing from the result are summed over. Operands are taken from left to right,
/// two at a time; each pair becomes one batched matrix product.
/// </summary>
internal static class Einsum
{
    internal static Tensor Of(string equation, ReadOnlySpan<Tensor> tensors)
    {
        var (terms, result) = Parse(equation, tensors);
        Tensor product;
        using (EngineWork.Begin())
        {
            var term = terms[0];
            product = Plain(tensors[0], ref term);
            for (var i = 1; i < terms.Length; i++)
            {
                var next = terms[i];
                using var left = product;
                using var right = Plain(tensors[i], ref next);
                var wanted = result + string.Concat(terms[(i + 1)..]);
                product = Contract(left, term, right, next, wanted, out term);
            }
            using var all = product;
            using var summed = SumOut(all, ref term, result);
            product = Arrange(summed, term, result);
        }
        return product.AsOwn().Publish();
    }

    private static (string[] Terms, string Result) Parse(string equation, ReadOnlySpan<Tensor> tensors)
    {
        var text = equation.Replace(" ", "", StringComparison.Ordinal);
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        var terms = (arrow < 0 ? text : text[..arrow]).Split(',');
        if (terms.Length != tensors.Length)
            throw TorchError.Of($"einsum(): {(terms.Length > tensors.Length ? "fewer" : "more")} operands were provided than specified in the equation");
        var all = string.Concat(terms);
        var result = arrow >= 0
            ? text[(arrow + 2)..]
            : new string([.. all.Distinct().Where(letter => all.Count(other => other == letter) == 1).Order()]);
        foreach (var letter in all + result)
        {
            if (!char.IsAsciiLetter(letter))
                throw TorchError.Of($"einsum(): invalid subscript given at index {text.IndexOf(letter, StringComparison.Ordinal)} in the equation string, subscripts must be in [a-zA-Z]");
        }
        foreach (var letter in result)
        {
            if (!all.Contains(letter)) throw TorchError.Of($"einsum(): output subscript {letter} does not appear in the equation for any input operand");
            if (result.Count(other => other == letter) > 1) throw TorchError.Of($"einsum(): output subscript {letter} appears more than once in the output");
        }
        RequireSizes(terms, tensors);
        return (terms, result);
    }

    private static void RequireSizes(string[] terms, ReadOnlySpan<Tensor> tensors)
    {
        var sizes = new Dictionary<char, long>();
        for (var i = 0; i < terms.Length; i++)
        {
            var layout = tensors[i].Layout;
            if (layout.Rank != terms[i].Length)
            {
                throw TorchError.Of(
                    $"einsum(): the number of subscripts in the equation ({terms[i].Length}) {(terms[i].Length > layout.Rank ? "is more than" : "does not match")} the number of dimensions ({layout.Rank}) for operand {i}{(terms[i].Length > layout.Rank ? "" : " and no ellipsis was given")}");
            }
            for (var d = 0; d < layout.Rank; d++)
            {
                var size = layout.Sizes[d];
                var known = sizes.GetValueOrDefault(terms[i][d], 1);
                if (known != 1 && size != 1 && size != known)
                {
                    throw TorchError.Of(
                        $"einsum(): subscript {terms[i][d]} has size {size} for operand {i} which does not broadcast with previously seen size {known}");
                }
                sizes[terms[i][d]] = Math.Max(known, size);
            }
        }
    }

    /// <summary>A letter twice in one operand means its diagonal.</summary>
    private static Tensor Plain(Tensor tensor, ref string term)
    {
        var plain = tensor.ShareInGraph();
        for (var d = 0; d < term.Length; d++)
        {
            var twin = term.IndexOf(term[d], d + 1);
            if (twin < 0) continue;
            using var before = plain;
            plain = Views.Diagonal(before, 0, d, twin);
            term = term.Remove(twin, 1).Remove(d, 1) + term[d];
            d = -1;
        }
        return plain;
    }

    /// <summary>One product: letters of both that are still wanted are batches, letters of both that are not are summed over.</summary>
    private static Tensor Contract(Tensor left, string a, Tensor right, string b, string wanted, out string term)
    {
        using var x = SumOut(left, ref a, wanted + b);
        using var y = SumOut(right, ref b, wanted + a);
        var (first, second) = (a, b);
        var batch = new string([.. a.Where(letter => second.Contains(letter) && wanted.Contains(letter))]);
        var summed = new string([.. a.Where(letter => second.Contains(letter) && !wanted.Contains(letter))]);
        var rows = new string([.. a.Where(letter => !second.Contains(letter))]);
        var columns = new string([.. b.Where(letter => !first.Contains(letter))]);
        term = batch + rows + columns;

        using var p = Arrange(x, a, batch + rows + summed);
        using var q = Arrange(y, b, batch + summed + columns);
        var joint = (batch + summed).Select(letter => Math.Max(SizeOf(x, first, letter), SizeOf(y, second, letter))).ToArray();
        var (outer, inner) = (joint[..batch.Length], joint[batch.Length..]);
        var m = p.Layout.Sizes[batch.Length..(batch.Length + rows.Length)];
        var n = q.Layout.Sizes[(batch.Length + summed.Length)..];
        using var pp = p.expand([.. outer, .. m, .. inner]);
        using var qq = q.expand([.. outer, .. inner, .. n]);
        using var pm = pp.reshape(Layout.Product(outer), Layout.Product(m), Layout.Product(inner));
        using var qm = qq.reshape(Layout.Product(outer), Layout.Product(inner), Layout.Product(n));
        using var product = Products.Batched(pm, qm);
        return product.reshape([.. outer, .. m, .. n]);
    }

    private static long SizeOf(Tensor tensor, string term, char letter) => tensor.Layout.Sizes[term.IndexOf(letter, StringComparison.Ordinal)];

    /// <summary>Sums over letters that nobody wants any more.</summary>
    private static Tensor SumOut(Tensor tensor, ref string term, string wanted)
    {
        var present = term;
        var dims = Enumerable.Range(0, present.Length).Where(d => !wanted.Contains(present[d])).Select(static d => (long)d).ToArray();
        if (dims.Length == 0) return tensor.ShareInGraph();
        term = new string([.. present.Where(wanted.Contains)]);
        return tensor.sum(dims);
    }

    private static Tensor Arrange(Tensor tensor, string term, string order) =>
        Views.Permute(tensor, [.. order.Select(letter => term.IndexOf(letter, StringComparison.Ordinal))]);
}
