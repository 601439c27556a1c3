using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Operations;

/// <summary>Bad calls are refused with libtorch's words.</summary>
public sealed class ErrorMessageTests
{
    private static readonly Tensor M = ones(2, 3);
    private static readonly Scalar Zero = 0;

    private static readonly Dictionary<string, Action> Calls = new()
    {
        ["The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1"] = () => _ = M + ones(3, 2),
        ["shape '[4]' is invalid for input of size 6"] = () => M.view(4),
        ["shape '[4, -1]' is invalid for input of size 6"] = () => M.reshape(4, -1),
        ["only one dimension can be inferred"] = () => M.reshape(-1, -1),
        ["The expanded size of the tensor (4) must match the existing size (2) at non-singleton dimension 0.  Target sizes: [4, 3].  Tensor sizes: [2, 3]"] =
            () => M.expand(4, 3),
        ["expand(torch.FloatTensor{[2, 3]}, size=[3]): the number of sizes provided (1) must be greater or equal to the number of dimensions in the tensor (2)"] =
            () => M.expand(3),
        ["The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension 0"] = () => ones(3).expand(-1, 3),
        ["Dimension out of range (expected to be in range of [-2, 1], but got 2)"] = () => M.sum(2),
        ["Dimension out of range (expected to be in range of [-2, 1], but got -3)"] = () => M.softmax(-3),
        ["permute(): duplicate dims are not allowed."] = () => M.permute(0, 0),
        ["t() expects a tensor with <= 2 dimensions, but self is 3D"] = () => ones(2, 3, 4).t(),
        ["select(): index 5 out of range for tensor of size [2] at dimension 0"] = () => ones(2).select(0, 5),
        ["select() cannot be applied to a 0-dim tensor."] = () => tensor(1f).select(0, 0),
        ["start (2) + length (5) exceeds dimension size (3)."] = () => ones(3).narrow(0, 2, 5),
        ["Sizes of tensors must match except in dimension 0. Expected size 3 but got size 2 for tensor number 1 in the list."] =
            () => cat([M, ones(2, 2)]),
        ["zero-dimensional tensor (at position 1) cannot be concatenated"] = () => cat([ones(2), tensor(1f)]),
        ["Tensors must have same number of dimensions: got 2 and 1"] = () => cat([M, ones(2)]),
        ["torch.cat(): expected a non-empty list of Tensors"] = () => cat(Array.Empty<Tensor>()),
        ["stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1"] = () => stack([ones(2), ones(3)]),
        ["split_with_sizes expects split_sizes to sum exactly to 5 (input tensor's size at dimension 0), but got split_sizes=[2, 2]"] =
            () => ones(5).split([2, 2], 0),
        ["mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)"] = () => M.mm(M),
        ["mat1 and mat2 shapes cannot be multiplied (10x3 and 2x3)"] = () => ones(5, 2, 3).matmul(M),
        ["self must be a matrix"] = () => ones(2, 3, 1).mm(M),
        ["mat2 must be a matrix"] = () => M.mm(ones(3)),
        ["expected m1 and m2 to have the same dtype, but got: float != double"] = () => M.mm(ones(3, 2, dtype: float64)),
        ["Expected size for first two dimensions of batch2 tensor to be: [2, 4] but got: [2, 3]."] = () => ones(2, 3, 4).bmm(ones(2, 3, 4)),
        ["batch1 must be a 3D tensor"] = () => ones(3, 4).bmm(ones(3, 4, 4)),
        ["size mismatch, got input (2), mat (2x3), vec (4)"] = () => M.mv(ones(4)),
        ["inconsistent tensor size, expected tensor [3] and src [4] to have the same number of elements, but got 3 and 4 elements respectively"] =
            () => ones(3).dot(ones(4)),
        ["1D tensors expected, but got 2D and 1D tensors"] = () => ones(3, 1).dot(ones(4)),
        ["The size of tensor a (5) must match the size of tensor b (4) at non-singleton dimension 0"] = () => ones(5, 2, 3).matmul(ones(4, 3, 3)),
        ["both arguments to matmul need to be at least 1D, but they are 3D and 0D"] = () => ones(5, 2, 3).matmul(tensor(1f)),
        ["gather(): Expected dtype int64 for index"] = () => M.gather(0, zeros(2, 3, dtype: int32)),
        ["Index tensor must have the same number of dimensions as input tensor"] = () => M.gather(0, zeros(2, dtype: int64)),
        ["index 5 is out of bounds for dimension 0 with size 2"] = () => M.gather(0, full(1, 1, 5)),
        ["scatter(): Expected self.dtype to be equal to src.dtype"] = () => M.scatter(0, full(1, 1, 1), ones(1, 1, dtype: float64)),
        ["index out of range in self"] = () => M.index_select(0, tensor(new long[] { 5 })),
        ["index_select(): Expected dtype int32 or int64 for index"] = () => M.index_select(0, tensor(new[] { 5f })),
        ["index_select(): Index is supposed to be a vector"] = () => M.index_select(0, zeros(1, 1, dtype: int64)),
        ["index 7 is out of bounds for dimension 0 with size 2"] = () => _ = M[tensor(new long[] { 7 })],
        ["index 9 is out of bounds for dimension 1 with size 3"] = () => _ = M[.., 9],
        ["tensors used as indices must be long, int, byte or bool tensors"] = () => _ = M[tensor(new[] { 5f })],
        ["shape mismatch: indexing tensors could not be broadcast together with shapes [2], [3]"] = () => _ = M[arange(2), arange(3)],
        ["The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0"] =
            () => _ = M[tensor(new[] { true, false, true })],
        ["too many indices for tensor of dimension 2"] = () => _ = M[.., 0, 0],
        ["The expanded size of the tensor (3) must match the existing size (4) at non-singleton dimension 0.  Target sizes: [3].  Tensor sizes: [4]"] =
            () => ones(3, 3)[0] = ones(4),
        ["selected index k out of range"] = () => ones(3).topk(4),
        ["argmax(): Expected reduction dim to be specified for input.numel() == 0."] = () => ones(0).argmax(),
        ["argmax(): Expected reduction dim 0 to have non-zero size."] = () => ones(0, 3).argmax(0),
        ["max(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."] = () => ones(0).max(),
        ["max(): Expected reduction dim 0 to have non-zero size."] = () => ones(0, 3).max(0),
        ["\"softmax_lastdim_kernel_impl\" not implemented for 'Long'"] = () => arange(3).softmax(0),
        ["mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long"] = () => arange(3).mean([0]),
        ["std and var only support floating point and complex dtypes"] = () => arange(3).std(),
        ["\"addmm_impl_cpu_\" not implemented for 'Bool'"] = () => ones(2, 2, dtype: @bool).mm(ones(2, 2, dtype: @bool)),
        ["Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead."] =
            () => _ = tensor(true) - tensor(true),
        ["Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead."] =
            () => _ = -tensor(true),
        ["\"bitwise_and_cpu\" not implemented for 'Float'"] = () => _ = M & M,
        ["result type Float can't be cast to the desired output type Long"] = () => arange(3).add_(1.5),
        ["output with shape [2] doesn't match the broadcast shape [2, 2]"] = () => ones(2).add_(ones(2, 2)),
        ["The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0"] = () => ones(2).copy_(ones(3)),
        ["Integers to negative integer powers are not allowed."] = () => arange(3).pow(-1),
        ["upper bound and larger bound inconsistent with step sign"] = () => arange(5, 1),
        ["step must be nonzero"] = () => arange(0, 5, Zero),
        ["Trying to create tensor with negative dimension -1: [-1]"] = () => zeros(-1),
        ["einsum(): fewer operands were provided than specified in the equation"] = () => einsum("ij,jk", M),
        ["einsum(): subscript j has size 2 for operand 1 which does not broadcast with previously seen size 3"] = () => einsum("ij,jk", M, M),
        ["einsum(): output subscript k does not appear in the equation for any input operand"] = () => einsum("ij->k", M),
        ["flatten() has invalid args: start_dim cannot come after end_dim"] = () => ones(2, 3, 4).flatten(2, 1),
        ["chunk expects `chunks` to be greater than 0, got: 0"] = () => ones(2).chunk(0),
        ["Dimension specified as 0 but tensor has no dimensions"] = () => tensor(1f).unbind(),
        ["maximum size for tensor at dimension 0 is 3 but size is 5"] = () => ones(3).unfold(0, 5, 1),
        ["torch.clamp: At least one of 'min' or 'max' must not be None"] = () => M.clamp(),
        ["Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor"] = () => M.repeat(2),
        ["dim 0 appears multiple times in the list of dims"] = () => M.sum(0, 0),
        ["outer: Expected 1-D argument self, but got 2-D"] = () => outer(M, ones(2)),
        ["Float did not match Double"] = () => ones(2).allclose(ones(2, dtype: float64)),
        ["Index put requires the source and destination dtypes match, got Float for the destination and Double for the source."] =
            () => ones(3)[tensor(new long[] { 0 })] = ones(1, dtype: float64),
    };

    public static IEnumerable<object[]> Messages => Calls.Keys.Select(static message => new object[] { message });

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_bad_call_is_refused_in_the_words_of_libtorch(string message) =>
        Assert.Equal(message, Assert.Throws<ExternalException>(Calls[message]).Message);

    [Fact]
    public void Checks_that_TorchSharp_makes_itself_are_argument_exceptions()
    {
        Assert.Equal("step is 0, but it should always be positive.", Assert.Throws<ArgumentException>(() => M.slice(0, 0, 1, 0)).Message);
        Assert.Equal("The condition to 'where' must be a boolean tensor.", Assert.Throws<ArgumentException>(() => where(M, M, M)).Message);
    }

    [Fact]
    public void Asking_for_a_graphics_card_says_where_to_get_one()
    {
        var error = Assert.Throws<InvalidOperationException>(() => ones(2).cuda());
        Assert.Contains("./course setup --profile official", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_the_engine_does_not_hold_is_named() =>
        Assert.Contains("got Float16", Assert.Throws<NotSupportedException>(() => zeros(2, dtype: ScalarType.Float16)).Message, StringComparison.Ordinal);
}
