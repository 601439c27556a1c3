namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor T => Layout.Rank == 2 ? t() : Views.Permute(this, [.. Enumerable.Range(0, Layout.Rank).Reverse()]);

        public Tensor mT => transpose(-2, -1);

        public Tensor view(params long[] shape) =>
            Views.TryView(this, Reshaping.Infer(ValidLayout, shape)) ?? throw TorchError.Of(
                "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous "
                + "subspaces). Use .reshape(...) instead.");

        public Tensor view_as(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return view(other.Layout.Sizes);
        }

        /// <summary>A view where possible, a copy where not.</summary>
        public Tensor reshape(params long[] shape)
        {
            var sizes = Reshaping.Infer(ValidLayout, shape);
            if (Views.TryView(this, sizes) is { } view) return view;
            Tensor dense;
            using (EngineWork.Begin()) dense = clone();
            using (dense) return Views.TryView(dense, sizes)!.AsOwn();
        }

        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            var layout = ValidLayout;
            var start = layout.Dim(start_dim);
            var end = layout.Dim(end_dim);
            if (start > end) throw TorchError.Of("flatten() has invalid args: start_dim cannot come after end_dim");
            if (layout.Rank == 0) return reshape(1);
            var sizes = layout.Sizes;
            return reshape([.. sizes[..start], Layout.Product(sizes.AsSpan(start, end - start + 1)), .. sizes[(end + 1)..]]);
        }

        public Tensor ravel() => reshape(-1);

        public Tensor unflatten(long dim, params long[] sizes)
        {
            var at = ValidLayout.Dim(dim);
            return view([.. Layout.Sizes[..at], .. sizes, .. Layout.Sizes[(at + 1)..]]);
        }

        public Tensor t()
        {
            if (ValidLayout.Rank > 2) throw TorchError.Of($"t() expects a tensor with <= 2 dimensions, but self is {Layout.Rank}D");
            return Layout.Rank < 2 ? Views.Permute(this, Layout.Rank == 0 ? [] : [0]) : Views.Permute(this, [1, 0]);
        }

        public Tensor transpose(long dim0, long dim1)
        {
            var layout = ValidLayout;
            var (a, b) = (layout.Dim(dim0), layout.Dim(dim1));
            Span<int> order = stackalloc int[layout.Rank];
            for (var d = 0; d < order.Length; d++) order[d] = d == a ? b : d == b ? a : d;
            return Views.Permute(this, order);
        }

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor permute(params long[] permutation)
        {
            var layout = ValidLayout;
            if (permutation.Length != layout.Rank)
            {
                throw TorchError.Of(
                    "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. "
                    + $"input.dim() = {layout.Rank} is not equal to len(dims) = {permutation.Length}");
            }
            Span<int> order = stackalloc int[layout.Rank];
            var seen = 0UL;
            for (var d = 0; d < order.Length; d++)
            {
                order[d] = layout.Dim(permutation[d]);
                if ((seen & (1UL << order[d])) != 0) throw TorchError.Of("permute(): duplicate dims are not allowed.");
                seen |= 1UL << order[d];
            }
            return Views.Permute(this, order);
        }

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor squeeze(long? dim = null)
        {
            var layout = ValidLayout;
            var only = dim is { } given ? layout.Dim(given) : -1;
            var sizes = new List<long>(layout.Rank);
            for (var d = 0; d < layout.Rank; d++)
            {
                if (layout.Sizes[d] != 1 || (only >= 0 && d != only)) sizes.Add(layout.Sizes[d]);
            }
            return Views.TryView(this, [.. sizes])!;
        }

        public Tensor unsqueeze(long dim)
        {
            var layout = ValidLayout;
            var at = Layout.Dim(dim, layout.Rank + 1);
            return Views.TryView(this, [.. layout.Sizes[..at], 1, .. layout.Sizes[at..]])!;
        }

        public Tensor expand(params long[] sizes) => expand(sizes.AsSpan());

        public Tensor expand(long[] sizes, bool isImplicit = false) => expand(sizes.AsSpan());

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false)
        {
            var layout = ValidLayout;
            if (sizes.Length < layout.Rank)
            {
                throw TorchError.Of(
                    $"expand(torch.{Dtype.TorchName(dtype)}Tensor{{{Layout.Describe()}}}, size={Layout.Describe(sizes)}): the number of sizes provided "
                    + $"({sizes.Length}) must be greater or equal to the number of dimensions in the tensor ({layout.Rank})");
            }
            var missing = sizes.Length - layout.Rank;
            var target = sizes.ToArray();
            for (var d = 0; d < target.Length; d++)
            {
                var own = d < missing ? 1 : layout.Sizes[d - missing];
                if (target[d] < 0 && d < missing)
                    throw TorchError.Of($"The expanded size of the tensor ({target[d]}) isn't allowed in a leading, non-existing dimension {d}");
                if (target[d] == -1) target[d] = own;
                if (target[d] < 0 || (own != 1 && target[d] != own))
                {
                    throw TorchError.Of(
                        $"The expanded size of the tensor ({target[d]}) must match the existing size ({own}) at non-singleton dimension {d}.  "
                        + $"Target sizes: {Layout.Describe(sizes)}.  Tensor sizes: {Layout.Describe()}");
                }
            }
            return Views.Expand(this, Layout.Of(target));
        }

        public Tensor expand_as(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return expand(other.Layout.Sizes.AsSpan());
        }

        public Tensor broadcast_to(params long[] shape) => expand(shape.AsSpan());

        /// <summary>Another handle on the same elements, in the graph as a view.</summary>
        public Tensor alias() => Views.TryView(this, ValidLayout.Sizes)!;

        public Tensor select(long dim, long index)
        {
            var layout = ValidLayout;
            if (layout.Rank == 0) throw TorchError.Of("select() cannot be applied to a 0-dim tensor.");
            var at = layout.Dim(dim);
            if (index < -layout.Sizes[at] || index >= layout.Sizes[at])
                throw TorchError.Of($"select(): index {index} out of range for tensor of size {layout.Describe()} at dimension {at}");
            return Views.Select(this, at, index < 0 ? index + layout.Sizes[at] : index);
        }

        public Tensor narrow(long dim, long start, long length)
        {
            var layout = ValidLayout;
            if (layout.Rank == 0) throw TorchError.Of("narrow() cannot be applied to a 0-dim tensor.");
            var at = layout.Dim(dim);
            var size = layout.Sizes[at];
            if (length < 0) throw TorchError.Of("narrow(): length must be non-negative.");
            if (start < -size || start > size)
                throw TorchError.Of($"start out of range (expected to be in range of [-{size}, {size}], but got {start})");
            var from = start < 0 ? start + size : start;
            if (from + length > size) throw TorchError.Of($"start ({from}) + length ({length}) exceeds dimension size ({size}).");
            return Views.Slice(this, at, from, length, 1);
        }

        /// <summary>Indices <paramref name="start"/> to <paramref name="finish"/> (excluded) of a dimension; out-of-range bounds are pulled in.</summary>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            var layout = ValidLayout;
            if (layout.Rank == 0) throw TorchError.Of("slice() cannot be applied to a 0-dim tensor.");
            if (step < 1) throw new ArgumentException($"step is {step}, but it should always be positive.");
            var at = layout.Dim(dim);
            var size = layout.Sizes[at];
            var from = Math.Clamp(start < 0 ? start + size : start, 0, size);
            var to = Math.Clamp(finish < 0 ? finish + size : finish, from, size);
            return Views.Slice(this, at, from, (to - from + step - 1) / step, step);
        }
    }
}
